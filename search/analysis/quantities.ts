import { type FoldedText, foldText } from './foldText.ts';
import { type QuantityInText, readWholeQuantity } from './quantityPattern.ts';
import { findUnit, toBase } from './units.ts';

export type QuantityDirection = 'exactly' | 'about' | 'atMost' | 'atLeast' | 'between' | 'within';

/** A measured value said in a text, comparable with others of its family. */
export interface Quantity {
  /** `length`, `temperature`, `money`, `ratio` …: only the same family compares. */
  family: string;
  /** The family's base unit, in which `value`, `from` and `to` count. */
  unit: string;
  /** The number said; the first of a range. */
  value: number;
  /** What is allowed or reached, inclusive; null is open. `within` is a tolerance: ±value. */
  from: number | null;
  to: number | null;
  direction: QuantityDirection;
  /** Place in the text as given, words of direction not included. */
  start: number;
  end: number;
}

const BEFORE: [QuantityDirection, RegExp][] = [
  ['within', /(?:±|\+\/-) ?$/],
  [
    'atMost',
    /(?:不(?:超过|大于|高于|多于|得超过|得大于|得高于)|(?:no|not) (?:more|greater|higher|larger) than|not (?:exceed(?:ing)?|above|over)) ?$/,
  ],
  [
    'atLeast',
    /(?:不(?:低于|小于|少于|得低于|得小于|得少于)|(?:no|not) (?:less|lower|fewer|smaller) than|not (?:below|under)) ?$/,
  ],
  [
    'atMost',
    /(?:≤|<=?|小于等于|小于|低于|少于|低至|至多|最多|最大|最高|上限为?|控制在|at most|less than|lower than|smaller than|below|under|up to|within|max(?:imum|\.)?(?: of)?) ?$/,
  ],
  [
    'atLeast',
    /(?:≥|>=?|大于等于|大于|高于|多于|超过|超|达到|可达|至少|最少|最小|最低|下限为?|at least|more than|greater than|higher than|larger than|above|over|exceed(?:s|ing)?|reach(?:es|ing)?|min(?:imum|\.)?(?: of)?) ?$/,
  ],
  ['about', /(?:约为?|大约|近|about|around|approx(?:imately|\.)?|circa|~) ?$/],
];

const AFTER: [QuantityDirection, RegExp][] = [
  ['atMost', /^ ?(?:\)|）)? ?(?:及?以[下内]|之内|or (?:less|lower|below|under)|max\b|maximum)/],
  ['atLeast', /^ ?(?:\)|）)? ?(?:及?以上|or (?:more|higher|above|over)|min\b|minimum|\+)/],
  ['about', /^ ?(?:左右|上下)/],
];

/** Every quantity with a unit in a text, in order: ranges, bounds (不低于, ≤, at least …) and tolerances. */
export function quantities(text: string): Quantity[] {
  const folded = foldText(text);
  const found: Quantity[] = [];
  const numberBegins = /(?<![\d.a-z_])(?:\d|hrc(?= ?\d))/g;
  for (let match = numberBegins.exec(folded.text); match; match = numberBegins.exec(folded.text)) {
    const quantity =
      match[0] === 'hrc' ? readScale(folded, match.index) : readWholeQuantity(folded, match.index);
    if (quantity === null) continue;
    numberBegins.lastIndex = quantity.end;
    joinRange(found, toQuantity(folded, match.index, quantity), folded);
  }
  return found;
}

/** Hardness is said with its scale in front: HRC 50–54. */
const SCALE = /hrc ?(\d{2}(?:\.\d)?)(?: ?(?:-|~|至|到) ?(?:hrc ?)?(\d{2}(?:\.\d)?))?(?![\d.]*\d)/y;

function readScale(folded: FoldedText, at: number): QuantityInText | null {
  SCALE.lastIndex = at;
  const found = SCALE.exec(folded.text);
  const unit = findUnit('HRC');
  if (found === null || unit === null) return null;
  const end = SCALE.lastIndex;
  const numbers = found.slice(1).flatMap((digits) => (digits ? [Number(digits)] : []));
  return { numbers: numbers.map((value) => ({ value, start: at, end })), unit, unitStart: at, end };
}

function toQuantity(folded: FoldedText, at: number, { numbers, unit, end }: QuantityInText): Quantity {
  const isNegative = isSigned(folded.text.slice(Math.max(0, at - 2), at), unit.family);
  const [first = 0, second] = numbers.map(({ value }) => value);
  const value = toBase(isNegative ? -first : first, unit);
  const direction =
    second === undefined ? directionOf(folded.text, isNegative ? at - 1 : at, end) : 'between';
  const other = second === undefined ? value : toBase(second, unit);
  return {
    family: unit.family,
    unit: unit.base,
    value,
    ...boundsOf(direction, value, other),
    direction,
    start: folded.startOf(isNegative ? at - 1 : at),
    end: folded.endOf(end - 1),
  };
}

/** Behind a word a hyphen is a minus sign for temperatures alone. */
function isSigned(before: string, family: string): boolean {
  if (family === 'temperature') return /(?:^|[^a-z\d)%°])-$/.test(before);
  return /(?:^|[^a-z\d)%°\u4e00-\u9fff])-$|[为在达至到]-$/.test(before);
}

function directionOf(text: string, at: number, end: number): QuantityDirection {
  const before = text.slice(Math.max(0, at - 24), at);
  const after = text.slice(end, end + 12);
  const said =
    BEFORE.find(([, pattern]) => pattern.test(before)) ?? AFTER.find(([, pattern]) => pattern.test(after));
  return said?.[0] ?? 'exactly';
}

function boundsOf(direction: QuantityDirection, value: number, other: number): Pick<Quantity, 'from' | 'to'> {
  if (direction === 'atMost') return { from: null, to: value };
  if (direction === 'atLeast') return { from: value, to: null };
  if (direction === 'within') return { from: -value, to: value };
  return { from: Math.min(value, other), to: Math.max(value, other) };
}

/** `0.05mm-0.1mm` and `between 20 °C and 30 °C` name the unit twice and are one range. */
function joinRange(found: Quantity[], quantity: Quantity, { original }: FoldedText): void {
  const before = found.at(-1);
  const between = before && original.slice(before.end, quantity.start).normalize('NFKC');
  const isRange =
    before?.family === quantity.family &&
    before.direction !== 'between' &&
    (/^ ?(?:[-–—~～至到]|to) ?$/.test(between ?? '') ||
      (/^ ?(?:and|和|与) ?$/.test(between ?? '') &&
        /between $|介于$|在$/i.test(original.slice(0, before.start))));
  if (!before || !isRange) {
    found.push(quantity);
    return;
  }
  Object.assign(before, boundsOf('between', before.value, quantity.value), {
    direction: 'between',
    end: quantity.end,
  });
}
