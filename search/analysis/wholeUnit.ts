import type { FoldedText } from './foldText.ts';
import { unitKey } from './unitKey.ts';
import { findUnit, type Unit, unitSpellings } from './units.ts';
import { UNIT_FAMILIES } from './unitTable.ts';

const KNOWN = unitSpellings
  .filter((spelling) => /^[a-zμω°%]/.test(spelling))
  .map((spelling) => spelling.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
  .join('|');
const KNOWN_UNIT = `(?:${KNOWN})(?![a-z0-9μ])`;
const POWER = String.raw`(?:\^? ?\(?-?\d(?:[/⁄]\d)?\)?(?![\d.]))?`;
const NAME = '[a-zμω°]{1,12}';
const COUNTED =
  '(?:分钟|小时|平方米|立方米|公斤|千克|毫升|千米|公里|平米|公顷|分|秒|时|天|日|周|月|年|吨|克|升|米|亩|台|件|次|人|只|头|株|套|片|批|炉|块|个|支|根|户|班|袋|瓶|车|卷|模|\\p{Script=Han}{1,6})';

/** What a share is told of; 5 V/10 A and 5 mm/10 mm are two figures. */
const AMOUNT = '(?:(?:kg|g|t|ml|l|m2|m3|cm2|cm3|m|km|h|hm2|kcal|kj)(?![a-z0-9μ])|[克升次米件])';

/** What may follow a unit and belongs to it: a power, a further factor, what it is counted against. */
const FURTHER = new RegExp(
  [
    String.raw`\^ ?\(?-?\d+(?:[./⁄]\d+)?\)?`,
    `√ ?${NAME}`,
    ` ?[·∙] ?${NAME}${POWER}`,
    `[.*](?:${KNOWN_UNIT})`,
    // 5 g L-1: a factor by itself is one only with a power below nought.
    String.raw` ?(?:${KNOWN})\^?-[1-3](?![\d.])`,
    String.raw` ?/ ?\((?:[^()]{1,24})\)`,
    `/(?:${NAME}${POWER}|${COUNTED})`,
    ` / ?${KNOWN_UNIT}`,
    // Against a round number of another unit; 24 V/50 Hz are two figures.
    `(?: ?/ ?| per )10{2,3} ?${AMOUNT}`,
    ` per (?:${NAME})`,
    `每${COUNTED}`,
  ].join('|'),
  'uy',
);

/** Percentages of something of their own: relative humidity, copper's conductivity, full scale. */
const SORT_OF_PERCENT = / ?(?:r\.?h|iacs|f\.?s|vol|mol|ee)\b|[a-z]+/y;

/** A unit with nothing that is known before its stroke: 1.2×10⁻⁶ S/cm, 50 lm/W. */
export const UNKNOWN_UNIT = `${NAME}(?: ?/ ?| per )(?:\\([^()]{1,24}\\)|10{2,3} ?${AMOUNT}|${KNOWN_UNIT})`;

/** Known units of more than one part, by what they mean and not by how they are written. */
const compounds = new Map<string, Unit>();
for (const [family, base, spellings] of UNIT_FAMILIES) {
  for (const [factor, names] of spellings) {
    for (const name of names.split(' ').filter((one) => /[/·^\d]/.test(one))) {
      const key = unitKey(name);
      if (!compounds.has(key)) compounds.set(key, { family, base, factor, offset: 0 });
    }
  }
}

/**
 * The unit a spelling means as a whole. One that is not known is a unit of its own, which compares with the
 * very same unit alone, never with its first part.
 */
export function unitAsWhole(spelling: string): Unit {
  const key = unitKey(spelling);
  const known = findUnit(spelling) ?? compounds.get(key);
  if (known) return known;
  const [, many = ''] = /^(万|亿)元\//.exec(key) ?? [];
  const factor = { 万: 1e4, 亿: 1e8 }[many] ?? 1;
  const base = spelling.trim().slice(many.length);
  return { family: `unit:${key.slice(many.length)}`, base, factor, offset: 0 };
}

/** A unit read up to `end` of the folded text, with all that still belongs to it. */
export function wholeUnit(folded: FoldedText, unitStart: number, end: number): { unit: Unit; end: number } {
  let to = end;
  const isPercent = folded.text.charAt(end - 1) === '%';
  if (isPercent) to = endOf(SORT_OF_PERCENT, folded.text, to);
  for (let next = endOf(FURTHER, folded.text, to); next > to; next = endOf(FURTHER, folded.text, to))
    to = next;
  return {
    unit: unitAsWhole(folded.original.slice(folded.startOf(unitStart), folded.endOf(to - 1))),
    end: to,
  };
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
