import { foldText } from './foldText.ts';
import { tokenise } from './tokenise.ts';

/**
 * A text in the one spelling in which two texts are compared for sameness: folded, numbers without
 * grouping, no space between a number and its unit, one space elsewhere. `1 200 ℃` becomes `1200°c`.
 */
export function normaliseText(text: string): string {
  return foldText(text)
    .text.replace(
      /(?<![\d.])\d{1,3}(?:[ ,]\d{3})+(?![\d,])(?=(?:\.\d+)? ?[a-z°%‰μω\u4e00-\u9fff])/g,
      (digits) => digits.replace(/[ ,]/g, ''),
    )
    .replace(/(\d) +(?=[a-z°%‰μω]{1,4}(?![a-z])|[千万亿]?(?:元|吨|米|克|升))/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The distinct terms of a text, extras included: what it can be found by. */
export function termsOf(text: string): Set<string> {
  return new Set(tokenise(text).map(({ term }) => term));
}
