import type { Content, ListingKind, OrganisationRecord } from '../../models/records.ts';
import { fieldsOf } from '../catalogue/catalogue.ts';
import { identityLeaks } from '../listings/identityLeaks.ts';
import type { LocalizedText } from '../localized.ts';
import { advertisingWords } from '../openLicences/advertisingWords.ts';
import { writtenTexts } from '../review/contentText.ts';

/** One thing readers and matching miss most often; a hint, never a condition of submitting (F83, D10). */
export interface QualityCheck {
  code: string;
  /** The field in which it can be made better. */
  field: string;
  isMet: boolean;
  /** The words it is about, where there are some. */
  words: string;
}

interface Draft {
  kind: ListingKind;
  content: Content;
  owner: Pick<OrganisationRecord, 'name' | 'identifiers'>;
}

type Check = (draft: Draft) => QualityCheck[];

const IMPROVEMENT =
  /提高|提升|增强|降低|减少|缩短|节约|节省|延长|改善|improv|increas|reduc|lower|faster|longer|sav(?:e|ing)|shorten/i;
const COMPARISON =
  /比|相较|较(?!好|大|小|高|低|为)|由.{0,12}[提降减增缩]|从.{0,12}[到至提降减增缩]|传统|原有|现有|than|compared|versus|from .{1,20} to /i;
const SENTENCE = /[^。；！？;!?\n]+/g;
const LONG_ENOUGH: Record<string, number> = {
  summary: 20,
  problem: 60,
  solution: 80,
  benefit: 40,
  background: 80,
};
const FEW_KEYWORDS = 3;

const textOf = (content: Content, name: string): string =>
  Object.values((content[name] ?? {}) as LocalizedText).join('\n');
const has = (kind: ListingKind, name: string) => fieldsOf(kind).some((field) => field.name === name);
const check = (code: string, field: string, isMet: boolean, words = ''): QualityCheck => ({
  code,
  field,
  isMet,
  words,
});

/** Every sentence that claims something better gives a number. */
const numbers: Check = ({ kind, content }) =>
  ['summary', 'benefit']
    .filter((name) => has(kind, name) && textOf(content, name) !== '')
    .map((name) => {
      const vague = (textOf(content, name).match(SENTENCE) ?? []).find(
        (sentence) => IMPROVEMENT.test(sentence) && !/\d/.test(sentence),
      );
      return check('number', name, vague === undefined, vague?.trim().slice(0, 40) ?? '');
    });

const comparison: Check = ({ kind, content }) =>
  has(kind, 'benefit') && textOf(content, 'benefit') !== ''
    ? [check('comparison', 'benefit', COMPARISON.test(textOf(content, 'benefit')))]
    : [];

const lengths: Check = ({ kind, content }) =>
  Object.entries(LONG_ENOUGH)
    .filter(([name]) => has(kind, name) && textOf(content, name) !== '')
    .map(([name, least]) => check('length', name, textOf(content, name).length >= least));

const figures: Check = ({ content }) => [
  check('figures', 'metrics', content.metrics !== undefined || content.needsHelp === true),
];

const keywords: Check = ({ content }) => [
  check('keywords', 'keywords', ((content.keywords ?? []) as string[]).length >= FEW_KEYWORDS),
];

const bothLanguages: Check = ({ content }) => {
  const title = (content.title ?? {}) as LocalizedText;
  return [check('english', 'title', Boolean(title.zh && title.en))];
};

const plainWords: Check = ({ kind, content }) => {
  const found = writtenTexts(kind, content).find(({ text }) => advertisingWords(text).length > 0);
  const words = found ? advertisingWords(found.text).map(({ word }) => word) : [];
  return [
    check('advertising', found?.field.name ?? 'summary', found === undefined, [...new Set(words)].join('、')),
  ];
};

/** Anonymous texts do not say who wrote them. */
const anonymity: Check = ({ kind, content, owner }) => {
  if (kind !== 'demand' || content.visibility === 'public') return [];
  const names = {
    organisationNames: Object.values(owner.name),
    creditCodes: owner.identifiers.map(({ value }) => value),
  };
  const leaks = writtenTexts(kind, content)
    .filter(({ field }) => !field.isRedactedWhenAnonymous)
    .flatMap(({ field, text }) =>
      identityLeaks(text, names).map(({ start, end }) => ({ field, word: text.slice(start, end) })),
    );
  return [
    check(
      'anonymity',
      leaks[0]?.field.name ?? 'title',
      leaks.length === 0,
      leaks.map(({ word }) => word).join('、'),
    ),
  ];
};

const CHECKS: readonly Check[] = [
  numbers,
  comparison,
  lengths,
  figures,
  keywords,
  bothLanguages,
  plainWords,
  anonymity,
];

/** All checks that apply to what is written so far. */
export function qualityChecks(draft: Draft): QualityCheck[] {
  return CHECKS.flatMap((one) => one(draft));
}
