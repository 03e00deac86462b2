import { fieldsOf } from '../../catalogue/catalogue.ts';
import type { Translate } from '../../i18n/translate.ts';
import { canReadField } from '../../listings/listingVisibility.ts';
import type { Language } from '../../localized.ts';
import type { AgreeingWords, Place } from '../evidence/agreeingWords.ts';
import { SUGGESTED_FROM } from '../matchRuns.ts';
import { changeLine } from '../pages/changeLine.ts';
import { gateRow } from '../pages/gateRow.ts';
import { partWords } from '../pages/partWords.ts';
import { PARTS } from '../weights.ts';
import type { StockPair } from './stockMatcher.ts';

export interface Speaker {
  language: Language;
  translate: Translate;
}

const GOOD = 0.7;
const MOST_WORDS = 4;

/** The two strongest reasons of a pair in plain words: what both speak of, and the condition that fits best. */
export function strongestReasons(
  { evidence, listing }: StockPair,
  { language, translate }: Speaker,
): string[] {
  const words = publicWords(evidence.words, listing).slice(0, MOST_WORDS);
  const mark = language === 'zh' ? '、' : ', ';
  const subject =
    words.length > 0
      ? translate('stock:sameSubject', { words: words.map(spoken).join(mark) })
      : partWords('subject', evidence, translate);
  const others = PARTS.filter((name) => name !== 'subject' && (evidence.parts[name] ?? 0) >= GOOD);
  const [best] = others.toSorted((left, right) => (evidence.parts[right] ?? 0) - (evidence.parts[left] ?? 0));
  if (best === undefined) return [subject];
  const label = translate(`matching:part.${best}`);
  return [subject, translate('stock:part', { label, words: partWords(best, evidence, translate) })];
}

/** What keeps a near miss from being a match. */
export function obstacleOf({ evidence }: StockPair, { language, translate }: Speaker): string {
  const closed = evidence.gates
    .filter(({ state }) => state === 'closed')
    .map((gate) => gateRow(gate, language, translate))
    .map(({ label, rule }) => translate('stock:part', { label, words: rule }));
  const { score } = evidence;
  const low = score < SUGGESTED_FROM ? [translate('stock:below', { score, from: SUGGESTED_FROM })] : [];
  return [...closed, ...low].join(' ');
}

/** The one change that would make it a match, if there is one. */
export function openingOf({ evidence }: StockPair, { language, translate }: Speaker): string {
  const change = evidence.changes.find(({ opens, score }) => opens && score >= SUGGESTED_FROM);
  return change === undefined ? translate('stock:noOneChange') : changeLine(change, language, translate);
}

/** Words whose places in the listing everybody may read. */
function publicWords(words: readonly AgreeingWords[], listing: StockPair['listing']): AgreeingWords[] {
  const side = listing.kind === 'demand' ? 'demand' : 'supply';
  const fields = new Map(fieldsOf(listing.kind).map((field) => [field.name, field]));
  const isOpen = ({ field: name }: Place) => {
    const field = fields.get(name);
    return field !== undefined && canReadField(field, 'visitor', listing);
  };
  return words.filter((each) => each[side].length > 0 && each[side].every(isOpen));
}

function spoken({ demand, supply }: AgreeingWords): string {
  const [one, other] = [demand[0]?.text ?? '', supply[0]?.text ?? ''];
  return one === '' || one.toLowerCase() === other.toLowerCase() ? other : `${one} ↔ ${other}`;
}
