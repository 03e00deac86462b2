import { parseCreditCode } from '../organisations/creditCode.ts';
import { parsePatentNumber } from '../patents/patentNumber.ts';
import { organisationNameSpans } from './organisationNameSpans.ts';

export type LeakKind =
  | 'organisation-name'
  | 'credit-code'
  | 'phone'
  | 'mail'
  | 'url'
  | 'messenger'
  | 'patent-number';

export interface IdentityLeak {
  kind: LeakKind;
  start: number;
  end: number;
}

type Span = Omit<IdentityLeak, 'kind'>;

const MAIL = /(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|[[(](?:at|AT)[\])])\s?[\w-]+(?:\.[\w-]+)+/g;
const URL =
  /\bhttps?:\/\/[^\s,;()<>\u0080-\uFFFF]+|\bwww\.[\w-]+(?:\.[\w-]+)+|(?<![\w.@-])(?:[a-z\d-]+\.)+(?:com|cn|org|net|edu|gov|io|tech)\b/gi;
const MESSENGER =
  /(?:微信(?:公众号|号)?|wechat)\s*[:：]?\s*[a-z][\w-]{5,19}|(?:QQ(?:群|号)?)\s*[:：]?\s*[1-9]\d{4,10}/gi;
const PHONE = [
  /(?<![\d.])(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g,
  /(?<![\d.])(?:\+86[\s-]?|\(?0)\d{2,3}\)?[\s-]\d{3,4}[\s-]?\d{4}(?!\d)/g,
  /(?<![\d.])0\d{2,3}\d{7,8}(?!\d)/g,
  /(?<![\d.])[48]00[\s-]\d{3,4}[\s-]\d{3,4}(?!\d)/g,
  /(?<![\w+])\+(?!86)[1-9]\d{0,2}(?:[\s-]\d{2,5}){2,4}(?!\d)/g,
];
const CREDIT_CODE = /(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY](?:[\s-]?[0-9A-HJ-NPQRTUWXY]){17}(?![0-9A-Z])/gi;
const PATENT = [
  /(?<![A-Z0-9])CN\s?[123](?:\d{8}|\d{6})\s?[ABCUYSD]\d?(?![A-Z0-9])/gi,
  /(?<![A-Z0-9])(?:ZL|CN)\s?(?:\d{4}\s?[12389]\s?\d{7}|\d{2}\s?[12389]\s?\d{5})(?:\s?\.\s?[\dX]|[\dX])?(?!\d)/gi,
  /(?<![\d.])(?:20\d{2}\s?[12389]\s?\d{7}|(?:8[5-9]|9\d|0[0-3])[12389]\d{5})\s?\.\s?[\dX](?!\d)/gi,
  /(?<![A-Z0-9])(?:US|EP|WO|JP|DE|GB|KR)\s?(?:20\d{2}\s?[/-]\s?)?\d{6,11}(?:\s?[ABCTU]\d?)?(?![A-Z0-9])/g,
  /(?<![A-Z0-9])PCT\/[A-Z]{2}\d{4}\/\d{5,6}(?!\d)/gi,
];
/** Thirteen characters run together are a patent number only when the check character agrees. */
const BARE_PATENT = /(?<![\d.])20\d{2}[12389]\d{7}[\dX](?![\d.])/gi;

/**
 * Passages of a text that tell who wrote it, in order and not overlapping: the owner's own names and codes, and
 * anybody's contact, link or patent number. Used before an anonymous demand is shown; positions are those of `text`.
 */
export function identityLeaks(
  text: string,
  {
    organisationNames,
    creditCodes,
  }: { organisationNames: readonly string[]; creditCodes: readonly string[] },
): IdentityLeak[] {
  const folded = foldWidths(text);
  const known = new Set(creditCodes.map(compact));
  const found: IdentityLeak[] = [
    ...label('mail', spans(folded, [MAIL])),
    ...label('url', spans(folded, [URL])),
    ...label('messenger', spans(folded, [MESSENGER])),
    ...label(
      'credit-code',
      spans(folded, [CREDIT_CODE]).filter((span) => isCreditCode(folded.slice(span.start, span.end), known)),
    ),
    ...label('patent-number', spans(folded, PATENT)),
    ...label(
      'patent-number',
      spans(folded, [BARE_PATENT]).filter(
        (span) => parsePatentNumber(folded.slice(span.start, span.end)) !== null,
      ),
    ),
    ...label('phone', spans(folded, PHONE)),
    ...label('organisation-name', organisationNameSpans(folded, organisationNames)),
  ];
  return withoutOverlaps(found);
}

/** Full-width letters, digits and signs made plain, one character for one, so that positions stay. */
function foldWidths(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/g, (character) => character.normalize('NFKC'));
}

function compact(code: string): string {
  return code.replace(/[\s-]/g, '').toUpperCase();
}

function isCreditCode(written: string, known: ReadonlySet<string>): boolean {
  return known.has(compact(written)) || parseCreditCode(written) !== null;
}

function spans(text: string, patterns: readonly RegExp[]): Span[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
}

function label(kind: LeakKind, found: readonly Span[]): IdentityLeak[] {
  return found.map((span) => ({ kind, ...span }));
}

/** Of overlapping passages the one found first in the order of kinds stays: a mail address is not a link too. */
function withoutOverlaps(found: readonly IdentityLeak[]): IdentityLeak[] {
  const kept: IdentityLeak[] = [];
  for (const leak of found) {
    if (!kept.some((other) => leak.start < other.end && other.start < leak.end)) kept.push(leak);
  }
  return kept.sort((one, other) => one.start - other.start);
}
