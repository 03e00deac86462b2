import { z } from 'zod';
import { readContent } from '../catalogue/catalogue.ts';
import type { Field, FormBody } from '../catalogue/field.ts';
import type { Money } from '../catalogue/inputs/amounts.ts';
import { typedText } from '../catalogue/inputs/formText.ts';
import { inputs } from '../catalogue/inputs/inputs.ts';
import type { Issue } from '../errors.ts';
import type { Language } from '../localized.ts';
import { contractTypes } from '../vocabulary/contractTypes.ts';
import { licenceKinds } from '../vocabulary/licenceKinds.ts';
import { paymentModes } from '../vocabulary/paymentModes.ts';
import { royaltyBases } from '../vocabulary/royaltyBases.ts';
import type { DealTerms } from './deal.ts';

const base = { visibility: 'parties', isMaterial: true, step: 'terms' } as const;

const isLicence = (content: Record<string, unknown>) => content.contractType === 'LIC';
const hasFee = ({ paymentMode }: Record<string, unknown>) =>
  paymentMode !== 'free' && paymentMode !== 'running-royalty';
const hasRoyalty = ({ paymentMode }: Record<string, unknown>) =>
  paymentMode === 'running-royalty' || paymentMode === 'entry-fee-royalty';

/** The coded part of proposed terms, as a list of fields like those of a listing. */
export const TERMS_FIELDS: readonly Field[] = [
  {
    ...base,
    name: 'contractType',
    input: 'choice',
    vocabulary: contractTypes,
    required: true,
    label: { zh: '合同类型', en: 'Type of contract' },
  },
  {
    ...base,
    name: 'licenceKind',
    input: 'choice',
    vocabulary: licenceKinds,
    required: isLicence,
    label: { zh: '许可方式', en: 'Kind of licence' },
  },
  { ...base, name: 'periodFrom', input: 'date', label: { zh: '期限起', en: 'From' } },
  { ...base, name: 'periodTo', input: 'date', label: { zh: '期限止', en: 'Until' } },
  {
    ...base,
    name: 'paymentMode',
    input: 'choice',
    vocabulary: paymentModes,
    required: true,
    label: { zh: '支付方式', en: 'Mode of payment' },
  },
  {
    ...base,
    name: 'fee',
    input: 'money',
    required: hasFee,
    label: { zh: '固定费或入门费', en: 'Fixed or entry fee' },
  },
  {
    ...base,
    name: 'royaltyBase',
    input: 'choice',
    vocabulary: royaltyBases,
    required: hasRoyalty,
    label: { zh: '提成基数', en: 'Royalty base' },
  },
  {
    ...base,
    name: 'royaltyRate',
    input: 'rate',
    required: hasRoyalty,
    label: { zh: '提成比例', en: 'Royalty rate' },
  },
  {
    ...base,
    name: 'total',
    input: 'money',
    required: true,
    label: { zh: '合同成交额', en: 'Contract total' },
  },
  {
    ...base,
    name: 'technology',
    input: 'money',
    required: true,
    label: { zh: '其中技术交易额', en: 'Technology amount in it' },
  },
];

const written = z.object({
  use: z.string({ error: 'forms:required' }).max(2000, { error: 'forms:tooLong' }),
  territory: z.string({ error: 'forms:required' }).max(200, { error: 'forms:tooLong' }),
  other: z.string().max(3000, { error: 'forms:tooLong' }).default(''),
});

/** Reads proposed terms; amounts come in 万元, rates in per cent. */
export function readTerms(body: FormBody): { terms: DealTerms | null; issues: Issue[] } {
  const { content, issues } = readContent(TERMS_FIELDS, body);
  const texts = written.safeParse({
    use: typedText(body, 'use'),
    territory: typedText(body, 'territory'),
    other: typedText(body, 'other'),
  });
  const broken = new Set(issues.map(({ field }) => field.split('.')[0]));
  const missing = TERMS_FIELDS.filter(({ name }) => content[name] === undefined && !broken.has(name))
    .filter((field) =>
      typeof field.required === 'function' ? field.required(content) : field.required === true,
    )
    .map(({ name }) => ({ field: name, message: 'forms:required' }));
  const textIssues = texts.success
    ? []
    : texts.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
  const all = [...issues, ...missing, ...textIssues, ...orderIssue(content)];
  if (all.length > 0 || !texts.success) return { terms: null, issues: all };
  return { terms: { ...EMPTY, ...texts.data, ...content } as DealTerms, issues: [] };
}

/** Stored terms back as what the form shows, to start a counter-proposal from. */
export function writeTerms(terms: DealTerms): Record<string, string | string[]> {
  const values = terms as unknown as Record<string, unknown>;
  const coded = TERMS_FIELDS.map((field) =>
    inputs[field.input].write(values[field.name] ?? undefined, field),
  );
  return Object.assign({ use: terms.use, territory: terms.territory, other: terms.other }, ...coded);
}

/** Terms as labelled lines. */
export function showTerms(
  terms: DealTerms,
  language: Language,
): { name: string; label: string; text: string }[] {
  const values = terms as unknown as Record<string, unknown>;
  return TERMS_FIELDS.map((field) => ({
    name: field.name,
    label: field.label[language],
    text:
      values[field.name] == null
        ? ''
        : inputs[field.input].show(values[field.name], field, language).join(' '),
  }));
}

const EMPTY = {
  licenceKind: null,
  periodFrom: null,
  periodTo: null,
  fee: null as Money | null,
  royaltyBase: null,
  royaltyRate: null,
};

function orderIssue({ periodFrom, periodTo }: Record<string, unknown>): Issue[] {
  const isWrong = typeof periodFrom === 'string' && typeof periodTo === 'string' && periodTo <= periodFrom;
  return isWrong ? [{ field: 'periodTo', message: 'deals:periodOrder' }] : [];
}
