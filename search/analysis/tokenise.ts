import { type FoldedText, foldText } from './foldText.ts';
import { readGrade, readIdentifier } from './identifierPatterns.ts';
import { readWholeQuantity } from './quantityPattern.ts';
import { stem } from './stem.ts';
import { toBase, type Unit } from './units.ts';

export type TokenKind = 'han' | 'latin' | 'number' | 'identifier';

/** A term and where it stands in the text as given (end exclusive, UTF-16 code units). */
export interface Token {
  term: string;
  start: number;
  end: number;
  kind: TokenKind;
  /** Another way to find what the tokens at the same place say: a part of an identifier, a quantity in its base unit. Not counted as a word of its own. */
  isExtra: boolean;
}

const NUMBER = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;
const WORD = /[a-z]+/y;
const UNIT_WORD = /[a-zμω]+\d*|\d+(?:\.\d+)?/y;
const OTHER_WORD = /[\p{L}\p{N}]/u;

/**
 * Cuts a text into terms: Han as overlapping pairs of characters (one alone when it stands alone), Latin
 * stemmed, numbers in one spelling, identifiers whole and in parts. Order of place, extras behind their word.
 */
export function tokenise(text: string): Token[] {
  const folded = foldText(text);
  const tokens: Token[] = [];
  for (let at = 0; at < folded.text.length; ) at = readToken(folded, at, tokens);
  return tokens;
}

function readToken(folded: FoldedText, at: number, tokens: Token[]): number {
  const unit = folded.text.charCodeAt(at);
  if (isHan(unit)) return readHan(folded, at, tokens);
  if (isDigit(unit)) return readFromDigit(folded, at, tokens);
  if (isLetter(unit)) return readFromLetter(folded, at, tokens);
  if (unit < 128) return at + 1;
  return readOtherWord(folded, at, tokens);
}

function readHan(folded: FoldedText, at: number, tokens: Token[]): number {
  const characters: number[] = [];
  let end = at;
  while (isHan(folded.text.charCodeAt(end))) {
    characters.push(end);
    end += isHighSurrogate(folded.text.charCodeAt(end)) ? 2 : 1;
  }
  characters.push(end);
  if (characters.length === 2) push(folded, tokens, 'han', at, end, folded.text.slice(at, end));
  for (let index = 0; index + 2 < characters.length; index += 1) {
    const [from = at, to = end] = [characters[index], characters[index + 2]];
    push(folded, tokens, 'han', from, to, folded.text.slice(from, to));
  }
  return end;
}

function readFromDigit(folded: FoldedText, at: number, tokens: Token[]): number {
  return (
    pushIdentifier(folded, at, readIdentifier(folded.text, at), tokens) ??
    readMeasured(folded, at, tokens) ??
    pushIdentifier(folded, at, readGrade(folded.text, at), tokens) ??
    readNumber(folded, at, tokens)
  );
}

/**
 * A quantity is its number and unit as words, and both together in the base unit as an extra. The unit is read as a
 * whole, as matching does: what holds 5 mL/100 g is not found by 5 mL.
 */
function readMeasured(folded: FoldedText, at: number, tokens: Token[]): number | null {
  const quantity = readWholeQuantity(folded, at);
  if (quantity === null) return null;
  const { numbers, unit, unitStart, end } = quantity;
  for (const number of numbers) {
    const digits = folded.text.slice(number.start, number.end).replace(/[ ,]/g, '');
    push(folded, tokens, 'number', number.start, number.end, canonicalNumber(digits));
    push(folded, tokens, 'number', number.start, end, `${toBase(number.value, unit)}${unitTerm(unit)}`, true);
  }
  const compact = folded.text.slice(at, end);
  if (/^\d{1,4}[a-z]{1,2}$/.test(compact)) push(folded, tokens, 'identifier', at, end, compact, true);
  return readUnitWords(folded, unitStart, end, tokens);
}

/** The words of a unit; its numbers measure nothing by themselves. A run of Han characters may go on behind it. */
function readUnitWords(folded: FoldedText, unitStart: number, end: number, tokens: Token[]): number {
  let at = unitStart;
  while (at < end) {
    UNIT_WORD.lastIndex = at;
    const word = UNIT_WORD.exec(folded.text)?.[0];
    if (isHan(folded.text.charCodeAt(at))) at = readHan(folded, at, tokens);
    else if (word === undefined) at += 1;
    else {
      const isNumber = isDigit(word.charCodeAt(0));
      push(folded, tokens, isNumber ? 'number' : 'latin', at, at + word.length, word, isNumber);
      at += word.length;
    }
  }
  return at;
}

/** The unit as the end of a term: no signs that an engine parts terms at. */
function unitTerm({ family, base }: Unit): string {
  const name = family.startsWith('unit:') ? family.slice('unit:'.length) : base.toLowerCase();
  return name.replaceAll(/[^\p{L}\p{N}./%()+·°-]/gu, '');
}

function readNumber(folded: FoldedText, at: number, tokens: Token[]): number {
  NUMBER.lastIndex = at;
  const digits = NUMBER.exec(folded.text)?.[0] ?? folded.text.charAt(at);
  push(folded, tokens, 'number', at, at + digits.length, canonicalNumber(digits.replaceAll(',', '')));
  return at + digits.length;
}

function readFromLetter(folded: FoldedText, at: number, tokens: Token[]): number {
  WORD.lastIndex = at;
  const word = WORD.exec(folded.text)?.[0] ?? folded.text.charAt(at);
  const end = at + word.length;
  if (word.length < 12 && mayBeIdentifier(folded.text, end)) {
    const after =
      pushIdentifier(folded, at, readIdentifier(folded.text, at), tokens) ??
      pushIdentifier(folded, at, readGrade(folded.text, at), tokens);
    if (after !== null) return after;
  }
  push(folded, tokens, 'latin', at, end, stem(word));
  pushJoined(folded, at, end, tokens);
  return end;
}

/** Whether a digit stands within reach of the letters before, so that the costlier patterns are worth trying. */
function mayBeIdentifier(text: string, at: number): boolean {
  for (let index = at; index < at + 4; index += 1) if (isDigit(text.charCodeAt(index))) return true;
  return false;
}

/** Wi-Fi is also found as wifi. */
function pushJoined(folded: FoldedText, at: number, end: number, tokens: Token[]): void {
  if (folded.text.charAt(end) !== '-' || folded.text.charAt(at - 1) === '-') return;
  WORD.lastIndex = end + 1;
  const second = WORD.exec(folded.text)?.[0];
  if (second === undefined) return;
  const joined = folded.text.slice(at, end) + second;
  push(folded, tokens, 'latin', at, end + 1 + second.length, stem(joined), true);
}

function readOtherWord(folded: FoldedText, at: number, tokens: Token[]): number {
  let end = at;
  while (end < folded.text.length) {
    const character = String.fromCodePoint(folded.text.codePointAt(end) ?? 0);
    if (character.charCodeAt(0) < 128 || isHan(character.charCodeAt(0)) || !OTHER_WORD.test(character)) break;
    end += character.length;
  }
  if (end === at) return at + (isHighSurrogate(folded.text.charCodeAt(at)) ? 2 : 1);
  push(folded, tokens, 'latin', at, end, folded.text.slice(at, end));
  return end;
}

function pushIdentifier(
  folded: FoldedText,
  at: number,
  identifier: { whole: string; parts: string[]; end: number } | null,
  tokens: Token[],
): number | null {
  if (identifier === null) return null;
  push(folded, tokens, 'identifier', at, identifier.end, identifier.whole);
  for (const part of identifier.parts) push(folded, tokens, 'identifier', at, identifier.end, part, true);
  return identifier.end;
}

function push(
  folded: FoldedText,
  tokens: Token[],
  kind: TokenKind,
  from: number,
  to: number,
  term: string,
  isExtra = false,
): void {
  tokens.push({ term, start: folded.startOf(from), end: folded.endOf(to - 1), kind, isExtra });
}

/** 0.050 is 0.05; a row of digits that begins with 0 or is longer than a number can hold stays as it is. */
function canonicalNumber(digits: string): string {
  return /^0\d|\d{16}/.test(digits) ? digits : String(Number(digits));
}

/** Whether a UTF-16 code unit begins a Han character; the planes beyond the first hold rare ones. */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    unit === 0x3007 ||
    (unit >= 0xd840 && unit <= 0xd88f)
  );
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}
