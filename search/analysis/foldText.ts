import { simplifiedCharacter } from './simplifiedCharacter.ts';

/** A text as it is compared, and where each of its code units stood in the original. */
export interface FoldedText {
  original: string;
  text: string;
  /** Offset in the original of what code unit `at` of `text` came from. */
  startOf(at: number): number;
  /** Offset behind it; a combining mark belongs to the letter before. */
  endOf(at: number): number;
}

const SPELLINGS: Record<string, string> = {
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '〜': '~',
  '∼': '~',
  '⁓': '~',
  '•': '·',
  '⋅': '·',
  '・': '·',
  '˚': '°',
  º: '°',
  '✕': '×',
  '✖': '×',
  '⩽': '≤',
  '≦': '≤',
  '⩾': '≥',
  '≧': '≥',
  '\u00ad': '',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
  '\ufeff': '',
};

/**
 * Folds what does not matter for finding: width, case, diacritics, compatibility forms, traditional and
 * simplified, kinds of dashes and spaces. Control characters become spaces.
 */
export function foldText(original: string): FoldedText {
  let text = '';
  let isSame = true;
  // What is folded already is taken over in pieces.
  let from = 0;
  for (let at = 0; at < original.length; ) {
    if (isFolded(original.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const width = characterWidth(original, at);
    const folded = foldAt(original, at, width);
    if (folded.length !== width) isSame = false;
    text += original.slice(from, at) + folded;
    at += width;
    from = at;
  }
  text += original.slice(from);
  if (isSame) return { original, text, startOf: (at) => at, endOf: (at) => at + 1 };
  return { original, text, ...mapOffsets(original) };
}

/** Most texts keep their length; only for the others the places are worked out. */
function mapOffsets(original: string): Pick<FoldedText, 'startOf' | 'endOf'> {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < original.length; ) {
    const width = characterWidth(original, at);
    const { length } = foldAt(original, at, width);
    if (length === 0 && ends.length > 0) ends[ends.length - 1] = at + width;
    for (let index = 0; index < length; index += 1) {
      starts.push(length === width ? at + index : at);
      ends.push(length === width ? at + index + 1 : at + width);
    }
    at += width;
  }
  return { startOf: (at) => starts[at] ?? original.length, endOf: (at) => ends[at] ?? original.length };
}

function characterWidth(text: string, at: number): 1 | 2 {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff && isLowSurrogate(text.charCodeAt(at + 1)) ? 2 : 1;
}

function foldAt(text: string, at: number, width: 1 | 2): string {
  return width === 1 ? foldUnit(text.charCodeAt(at)) : foldCharacter(text.slice(at, at + 2));
}

const foldedUnits: (string | undefined)[] = new Array(0x10000);

function foldUnit(unit: number): string {
  const known = foldedUnits[unit];
  if (known !== undefined) return known;
  const folded = foldCharacter(String.fromCharCode(unit));
  foldedUnits[unit] = folded;
  return folded;
}

/** By code unit: 1 when it folds to itself, 2 when not, 0 when nobody asked yet. */
const kinds = new Uint8Array(0x10000);

function isFolded(unit: number): boolean {
  const known = kinds[unit];
  if (known !== 0) return known === 1;
  const isSame = (unit < 0xd800 || unit > 0xdfff) && foldUnit(unit) === String.fromCharCode(unit);
  kinds[unit] = isSame ? 1 : 2;
  return isSame;
}

function foldCharacter(character: string): string {
  const spelling = SPELLINGS[character];
  if (spelling !== undefined) return spelling;
  if (/^[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]$/u.test(character)) return ' ';
  const plain = character.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').normalize('NFC');
  return [...plain].map((part) => SPELLINGS[part] ?? simplifiedCharacter(part)).join('');
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
