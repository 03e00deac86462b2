/** Type digit of an application number: the kind of right, and whether it came through the PCT (ZC 0006-2003). */
const TYPES = {
  '1': { kind: 'invention', isInternational: false },
  '2': { kind: 'utility-model', isInternational: false },
  '3': { kind: 'design', isInternational: false },
  '8': { kind: 'invention', isInternational: true },
  '9': { kind: 'utility-model', isInternational: true },
} as const;

type TypeDigit = keyof typeof TYPES;

export interface PatentNumber {
  prefix: 'ZL' | 'CN' | null;
  /** 12 digits since 2003-10, 8 before. */
  body: string;
  check: string;
  /** `body.check`, the form in which numbers are stored and compared. */
  canonical: string;
  year: number;
  kind: (typeof TYPES)[TypeDigit]['kind'];
  isInternational: boolean;
}

export type PatentNumberProblem = 'form' | 'type' | 'year' | 'check';

export type PatentNumberReading =
  | { number: PatentNumber; problem: null }
  | { number: null; problem: PatentNumberProblem; expectedCheck: string | null };

const FORM = /^(ZL|CN)?(\d{12}|\d{8})\.?([\dX])$/;

/** The check character of an application number body: weights 2–9 repeating, modulo 11, 10 is X (ZC 0006-2003). */
export function patentCheckCharacter(body: string): string {
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (2 + (index % 8)), 0);
  const rest = sum % 11;
  return rest === 10 ? 'X' : String(rest);
}

/** Reads a Chinese application or patent number as people type it, and says what is wrong with it. */
export function readPatentNumber(text: string): PatentNumberReading {
  const match = FORM.exec(text.normalize('NFKC').replace(/。/g, '.').replace(/\s/g, '').toUpperCase());
  if (match === null) return { number: null, problem: 'form', expectedCheck: null };
  const [, prefix, body = '', check = ''] = match;
  const expectedCheck = patentCheckCharacter(body);
  const type = TYPES[typeDigit(body) as TypeDigit];
  if (type === undefined) return { number: null, problem: 'type', expectedCheck };
  const year = filingYear(body);
  if (!isPossibleYear(body, year)) return { number: null, problem: 'year', expectedCheck };
  if (check !== expectedCheck) return { number: null, problem: 'check', expectedCheck };
  const known = prefix === 'ZL' || prefix === 'CN' ? prefix : null;
  return {
    number: { prefix: known, body, check, canonical: `${body}.${check}`, year, ...type },
    problem: null,
  };
}

function typeDigit(body: string): string {
  return body.charAt(body.length === 12 ? 4 : 2);
}

function filingYear(body: string): number {
  if (body.length === 12) return Number(body.slice(0, 4));
  const short = Number(body.slice(0, 2));
  return short >= 85 ? 1900 + short : 2000 + short;
}

function isPossibleYear(body: string, year: number): boolean {
  return body.length === 12 ? year >= 2003 : year >= 1985 && year <= 2003;
}

/** The number, or null when it is not a valid Chinese application number. */
export function parsePatentNumber(text: string): PatentNumber | null {
  return readPatentNumber(text).number;
}

/**
 * A number as the office prints it: `ZL 2017 1 0601862.3` once granted, `CN 2017 1 0601862.3` before, and only
 * the grouped number when it is not said which. A text that is no Chinese number is returned as it is.
 */
export function displayPatentNumber(
  written: PatentNumber | string,
  { isGranted }: { isGranted?: boolean } = {},
): string {
  const number = typeof written === 'string' ? parsePatentNumber(written) : written;
  if (number === null) return String(written);
  const { body, check } = number;
  const yearLength = body.length === 12 ? 4 : 2;
  const grouped = `${body.slice(0, yearLength)} ${body.charAt(yearLength)} ${body.slice(yearLength + 1)}.${check}`;
  if (isGranted === undefined) return grouped;
  return `${isGranted ? 'ZL' : 'CN'} ${grouped}`;
}

/** Whether a number as typed shows the patent mark ZL although nothing is granted: passing off an application. */
export function isFalselyMarked(text: string, { isGranted }: { isGranted: boolean }): boolean {
  return !isGranted && /^\s*ZL/i.test(text.normalize('NFKC'));
}
