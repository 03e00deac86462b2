import { z } from 'zod';
import type { LocalizedText } from '../localized.ts';
import { LANGUAGES } from '../localized.ts';
import { companySizes } from '../vocabulary/companySizes.ts';
import { organisationKinds } from '../vocabulary/organisationKinds.ts';
import { regions } from '../vocabulary/regions.ts';
import { technologyFields } from '../vocabulary/technologyFields.ts';
import { verificationEvidenceKinds } from '../vocabulary/verificationEvidenceKinds.ts';
import {
  mailAddress,
  manyOf,
  maybeOneOf,
  oneOf,
  optionalText,
  pageNumber,
  ticked,
} from '../web/formInputs.ts';
import { readCreditCode } from './creditCode.ts';
import { verificationReasons } from './verificationReasons.ts';

const revision = z.coerce.number().int().min(1);
/** An id made by the page, so that a form sent twice makes one organisation. */
const id = z.string().regex(/^[0-9a-f]{32}$/, 'forms:invalid');

/** Kinds people may choose for themselves; the office that runs the marketplace is set up by its administrators. */
export const CHOSEN_KINDS = organisationKinds.codes.filter((code) => code !== 'office');

const creditCode = optionalText(40).transform((text, context) => {
  if (text === null) return null;
  const { code, problem } = readCreditCode(text);
  if (code !== null) return code;
  context.addIssue({
    code: 'custom',
    message: problem === 'form' ? 'organisations:codeForm' : 'organisations:codeCheck',
  });
  return z.NEVER;
});

const website = optionalText(300).transform((text, context) => {
  if (text === null || isWebAddress(text)) return text;
  context.addIssue({ code: 'custom', message: 'forms:url' });
  return z.NEVER;
});

const profileShape = {
  'name.zh': optionalText(120),
  'name.en': optionalText(160),
  kind: oneOf(CHOSEN_KINDS),
  region: oneOf(regions.codes),
  creditCode,
  'description.zh': optionalText(2_000),
  'description.en': optionalText(3_000),
  website,
  fields: manyOf(technologyFields.codes),
  size: maybeOneOf(companySizes.codes),
  isStateFounded: ticked(),
  requiresApproval: ticked(),
  units: optionalText(6_000),
};

type Flat = z.output<z.ZodObject<typeof profileShape>>;

/** The flat boxes of the form as the profile the service takes; units stay text until the old ones are known. */
function toProfile(flat: Flat) {
  const {
    'name.zh': nameZh,
    'name.en': nameEn,
    'description.zh': textZh,
    'description.en': textEn,
    units,
    ...rest
  } = flat;
  return {
    ...rest,
    name: localized(nameZh, nameEn) ?? {},
    description: localized(textZh, textEn),
    unitLines: units ?? '',
  };
}

const hasName = (flat: Flat) => flat['name.zh'] !== null || flat['name.en'] !== null;
/** Asked also when other boxes are wrong, so that everything is told at once. */
const nameNeeded = { message: 'organisations:nameNeeded', path: ['name.zh'], when: () => true };

export const creationForm = z
  .strictObject({ ...profileShape, id })
  .refine(hasName, nameNeeded)
  .transform(({ id: organisationId, ...flat }) => ({ id: organisationId, profile: toProfile(flat) }));

export const editForm = z
  .strictObject({ ...profileShape, revision })
  .refine(hasName, nameNeeded)
  .transform(({ revision: seen, ...flat }) => ({ revision: seen, profile: toProfile(flat) }));

export const joinForm = z.strictObject({
  creditCode: creditCode.refine((code) => code !== null, 'forms:required'),
});
export const inviteForm = z.strictObject({
  mail: mailAddress(),
  role: oneOf(['member', 'approver', 'admin'] as const),
  language: oneOf(LANGUAGES),
});
export const memberRoleForm = z.strictObject({ role: oneOf(['member', 'approver', 'admin'] as const) });
export const emptyForm = z.strictObject({});
export const evidenceForm = z.strictObject({ revision, kind: oneOf(verificationEvidenceKinds.codes) });
export const revisionForm = z.strictObject({ revision });

export const decisionForm = z.strictObject({
  revision,
  event: oneOf(['verify', 'refuse', 'revoke', 'suspend', 'restore'] as const),
  checks: manyOf(verificationEvidenceKinds.codes),
  reason: maybeOneOf(verificationReasons.codes),
  text: optionalText(2_000),
});

export const deskQuery = z.strictObject({
  state: z.enum(['requested', 'verified', 'none', 'revoked', 'suspended']).default('requested'),
  page: pageNumber(),
});
export const publicQuery = z.strictObject({ page: pageNumber() });

function localized(zh: string | null, en: string | null): LocalizedText | null {
  if (zh === null && en === null) return null;
  return { ...(zh === null ? {} : { zh }), ...(en === null ? {} : { en }) };
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && url.username === '';
}

/** The one click that switches personalised suggestions. */
export const suggestionsForm = z.strictObject({ suggestions: oneOf(['on', 'off']) });
