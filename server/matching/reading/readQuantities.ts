import { type Quantity, quantities } from '../../../search/analysis/quantities.ts';

/** A quantity in its sentence, with the words before it that say of what. */
export interface ReadQuantity extends Quantity {
  indicator: string;
  /** As it was written, for people. */
  said: string;
  /** Stands in a sentence that asks or states, not in one about failures. */
  isAsked: boolean;
}

/** Words that may stand between an indicator and its value. */
const BETWEEN =
  /(?:应|需|要求|达到|达|为|在|不?(?:低于|高于|超过|大于|小于|少于)|(?<![节合契])约|[≤≥<>=:：~±]|控制|以|至|到|\b(?:of|is|be|to|at|below|above|under|over|least|most|than|less|more|no|not|should|must|reach(?:es)?))\s*$/i;

/** The quantities of one sentence, each with its indicator. */
export function readQuantities(sentence: string, isAsked: boolean): ReadQuantity[] {
  let from = 0;
  return quantities(sentence).map((quantity) => {
    const before = sentence.slice(from, quantity.start).split(/[,，、。；;:：()（）]/);
    const indicator = withoutEnding(before.at(-1) ?? '') || withoutEnding(before.at(-2) ?? '');
    from = quantity.end;
    const said = sentence.slice(quantity.start, quantity.end).replaceAll(/\s+/g, ' ');
    return { ...quantity, indicator: indicator.slice(-40), said, isAsked };
  });
}

function withoutEnding(words: string): string {
  const shorter = words.replace(BETWEEN, '').replace(/^[\s.*×/+]+|[\s.*×/+]+$/g, '');
  return shorter === words ? words : withoutEnding(shorter);
}
