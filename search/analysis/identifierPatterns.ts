/** An identifier read from folded text: the one spelling it is compared in, and what else finds it. */
export interface IdentifierInText {
  whole: string;
  parts: string[];
  end: number;
}

interface IdentifierPattern {
  pattern: RegExp;
  read(match: RegExpExecArray): Omit<IdentifierInText, 'end'> | null;
}

/** Nothing of the same word may follow. */
const END = '(?![a-z0-9])';

/** In order of precedence. Sources: ZC 0006-2003 and the older layout, ZC 0007-2012, WIPO ST.8, GB 32100-2015. */
const PATTERNS: IdentifierPattern[] = [
  {
    pattern: new RegExp(`[apodmt]-(\\d{4})-(\\d{6}[0-9a-z])${END}`, 'y'),
    read: ([whole, , counter = '']) => ({ whole, parts: [counter] }),
  },
  {
    pattern: new RegExp(
      `(zl|cn)?[ :.]{0,2}((?:19|20)\\d\\d ?[12389] ?\\d{7})(?: ?(\\.)? ?([\\dx]))?${END}`,
      'y',
    ),
    read: ([, prefix, body = '', dot, check]) => readPatentNumber(prefix, body, dot, check),
  },
  {
    pattern: new RegExp(
      `(zl|cn)?[ :.]{0,2}((?:8[5-9]|9\\d|0[0-3]) ?[12389] ?\\d{5}) ?(\\.) ?([\\dx])${END}`,
      'y',
    ),
    read: ([, prefix, body = '', dot, check]) => readPatentNumber(prefix, body, dot, check),
  },
  {
    pattern: new RegExp(`(zl) ?((?:8[5-9]|9\\d|0[0-3]) ?[12389] ?\\d{5}) ?([\\dx])?${END}`, 'y'),
    read: ([, prefix, body = '', check]) => readPatentNumber(prefix, body, undefined, check),
  },
  {
    pattern: new RegExp(`cn ?([1-3](?:\\d{8}|\\d{6})) ?([abcuysd]\\d?)${END}`, 'y'),
    read: ([, serial = '', kind = '']) => ({ whole: `cn${serial}${kind}`, parts: [`cn${serial}`, serial] }),
  },
  {
    pattern: new RegExp(`([a-h]\\d\\d[a-z]) {0,4}([1-9]\\d{0,3}) ?/ ?(\\d{2,6})${END}`, 'y'),
    read: ([, subclass = '', group = '', subgroup = '']) => ({
      whole: `${subclass}${group}/${subgroup}`,
      parts: [`${subclass}${group}`, subclass, subclass.slice(0, 3)],
    }),
  },
  {
    pattern: new RegExp(`[a-h]\\d\\d[a-z]${END}`, 'y'),
    read: ([whole]) => ({ whole, parts: [whole.slice(0, 3)] }),
  },
  {
    pattern: new RegExp(`[0-9a-hj-npqrtuwxy]{2}\\d{6}[0-9a-hj-npqrtuwxy]{10}${END}`, 'y'),
    read: ([whole]) => ({ whole, parts: [whole.slice(8, 17)] }),
  },
  {
    pattern: new RegExp(
      `((?:gb|jb|hg|yb|qb|hj|dl|nb|db\\d\\d)(?:/[tz])?|iso|iec|astm|din) ?-?([a-z]?\\d{2,6}(?:\\.\\d+)*)(?:-((?:19|20)?\\d\\d))?${END}`,
      'y',
    ),
    read: ([, body = '', number = '', year]) => ({
      whole: `${body}${number}${year ? `-${year}` : ''}`,
      parts: year ? [`${body}${number}`, number] : [number],
    }),
  },
];

/** Reads a number or symbol with rules of its own that begins at an offset of folded text, or null. */
export function readIdentifier(text: string, at: number): IdentifierInText | null {
  for (const { pattern, read } of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const identifier = match && read(match);
    if (identifier) return { ...identifier, end: pattern.lastIndex };
  }
  return null;
}

/**
 * Without a dot a row of digits is a patent number only when it says so (ZL, CN) or its check character
 * is right; the check is not asked for otherwise, since a mistyped number should still look like one.
 */
function readPatentNumber(prefix: string | undefined, spacedBody: string, dot?: string, check?: string) {
  const body = spacedBody.replaceAll(' ', '');
  const serial = body.slice(body.length === 12 ? 5 : 3);
  if (check === undefined)
    return prefix || !spacedBody.includes(' ') ? { whole: body, parts: [serial] } : null;
  if (!dot && !prefix && patentCheckCharacter(body) !== check) return null;
  return { whole: `${body}.${check}`, parts: [body, serial] };
}

/** The check character of a Chinese application number (ZC 0006-2003), lower case as in folded text. */
function patentCheckCharacter(body: string): string {
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (2 + (index % 8)), 0);
  return sum % 11 === 10 ? 'x' : String(sum % 11);
}

/** Letters and digits in one word, pieces joined by hyphens: 6061-T6, Q345, 42CrMo, PM2.5, Ti-6Al-4V. */
const GRADE =
  /(?:[a-z]*\d[a-z0-9]*|[a-z]{1,3})(?:\.\d+[a-z]*)*(?:-(?:[a-z]*\d[a-z0-9]*|[a-z]{1,3})(?:\.\d+)*(?![a-z]))*/y;

/** Reads a grade, model or formula; hyphens do not count, so 6061-T6 and 6061T6 are the same. */
export function readGrade(text: string, at: number): IdentifierInText | null {
  GRADE.lastIndex = at;
  const [grade] = GRADE.exec(text) ?? [''];
  if (!/[a-z]/.test(grade) || !/\d/.test(grade) || /^[a-z0-9]$/.test(text.charAt(at + grade.length)))
    return null;
  const pieces = grade.split('-');
  const runs = pieces.flatMap((piece) => piece.match(/[a-z]+|\d+(?:\.\d+)*/g) ?? []);
  const whole = pieces.join('');
  const parts = new Set([...pieces, ...runs].filter((part) => part.length > 1 && part !== whole));
  return { whole, parts: [...parts], end: at + grade.length };
}
