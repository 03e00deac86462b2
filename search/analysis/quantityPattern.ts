import type { FoldedText } from './foldText.ts';
import { findUnit, type Unit, unitSpellings } from './units.ts';
import { UNKNOWN_UNIT, unitAsWhole, wholeUnit } from './wholeUnit.ts';

export interface NumberInText {
  value: number;
  start: number;
  end: number;
}

/** A number, or two for a range, with the unit behind; offsets count in the folded text. */
export interface QuantityInText {
  numbers: NumberInText[];
  unit: Unit;
  unitStart: number;
  end: number;
}

const NUMBER = String.raw`(?:\d{1,3}(?:[ ,]\d{3})+(?!\d)|\d+)(?:\.\d+)?`;
const POWER = String.raw`(?: ?[x×*] ?10\^?(?<power$>-?\d{1,2})(?!\d))?`;
const MULTIPLIER = '(?<multiplier$> ?(?:百万|千万|百|千|万|亿)(?!元))?';
const UNITS = unitSpellings.map(toPattern).join('|');

const QUANTITY = measured(UNITS);
const UNKNOWN = measured(UNKNOWN_UNIT);

function measured(units: string): RegExp {
  return new RegExp(
    `(?<first>${NUMBER})${numbered(POWER, 1)}${numbered(MULTIPLIER, 1)}` +
      `(?:(?: ?(?:-|~|至|到) ?| to )(?<sign>[-+])?(?<second>${NUMBER})${numbered(POWER, 2)}${numbered(MULTIPLIER, 2)})?` +
      ` ?(?<unit>${units})`,
    'dy',
  );
}

/** What looks like a number with a unit and is a steel grade or a word of its own. */
const NOT_A_QUANTITY = /(?:304|316|317|321|347)l(?![a-z])|元[素件器胞]|年代|次[级生要元]/y;

/** Reads a quantity that begins at an offset of the folded text, or null. A word has the unit up to where it is known. */
export function readQuantity(folded: FoldedText, at: number): QuantityInText | null {
  return read(QUANTITY, findUnit, folded, at);
}

/** The same with all that belongs to the unit, so that 5 mL/100 g are no millilitres. */
export function readWholeQuantity(folded: FoldedText, at: number): QuantityInText | null {
  const begun = readQuantity(folded, at);
  if (begun !== null) return { ...begun, ...wholeUnit(folded, begun.unitStart, begun.end) };
  return read(UNKNOWN, unitAsWhole, folded, at);
}

function read(
  pattern: RegExp,
  unitOf: (spelling: string) => Unit | null,
  folded: FoldedText,
  at: number,
): QuantityInText | null {
  pattern.lastIndex = at;
  const found = pattern.exec(folded.text);
  const positions = found?.indices?.groups;
  if (!found?.groups || !positions?.first || !positions.unit) return null;
  const [unitStart, end] = positions.unit;
  const unit = unitOf(folded.original.slice(folded.startOf(unitStart), folded.endOf(end - 1)));
  if (unit === null || isSomethingElse(folded.text, at, unitStart)) return null;
  const numbers = [readNumber(positions.first, found.groups, 1)];
  if (positions.second) numbers.push(readNumber(positions.second, found.groups, 2));
  if (isYear(found.groups)) return null;
  spreadMultiplier(numbers, found.groups);
  if (numbers[1] && found.groups.sign === '-') numbers[1].value *= -1;
  return { numbers, unit, unitStart, end };
}

/** The value of digits as they stand in a text: `1,200.5`, `1 200`. */
export function numericValue(digits: string): number {
  return Number(digits.replace(/[ ,]/g, ''));
}

const MULTIPLIERS: Record<string, number> = { 百: 100, 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 };

function readNumber(
  [start, end]: [number, number],
  groups: Record<string, string>,
  which: 1 | 2,
): NumberInText {
  const digits = groups[which === 1 ? 'first' : 'second'] ?? '';
  const power = Number(groups[`power${which}`] ?? 0);
  const multiplier = MULTIPLIERS[groups[`multiplier${which}`]?.trim() ?? ''] ?? 1;
  return { value: Number((numericValue(digits) * multiplier * 10 ** power).toPrecision(12)), start, end };
}

/** In `3-5万吨` the multiplier is said once and meant twice. */
function spreadMultiplier([first, second]: NumberInText[], groups: Record<string, string>): void {
  if (!first || !second || groups.multiplier1 !== undefined) return;
  const multiplier = MULTIPLIERS[groups.multiplier2?.trim() ?? ''] ?? 1;
  if (numericValue(groups.first ?? '') <= numericValue(groups.second ?? '')) first.value *= multiplier;
}

function isYear(groups: Record<string, string>): boolean {
  return groups.unit === '年' && /^(?:19|20)\d\d$/.test(groups.second ?? groups.first ?? '');
}

function isSomethingElse(text: string, at: number, unitStart: number): boolean {
  return [at, unitStart].some((offset) => {
    NOT_A_QUANTITY.lastIndex = offset;
    return NOT_A_QUANTITY.test(text);
  });
}

function numbered(pattern: string, which: 1 | 2): string {
  return pattern.replaceAll('$>', `${which}>`);
}

function toPattern(spelling: string): string {
  const literal = spelling.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replace('·', '[·*.]?');
  return /[a-zμω0-9]$/.test(spelling) ? `${literal}(?![a-z0-9μ])` : literal;
}
