import { z } from 'zod';
import { LANGUAGES } from '../localized.ts';
import { NOTICE_CHANNELS, NOTICE_GROUPS } from '../notices/noticeGroups.ts';
import { mailAddress, oneOf, optionalText, pageNumber, requiredText, ticked } from '../web/formInputs.ts';
import { accountReasons } from './accountReasons.ts';
import { readRegionList } from './regionList.ts';

/** Characters a new password has at least; longer is better than odder. */
export const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;

/** A password as it was typed, with its spaces. */
const password = z
  .string({ error: 'forms:required' })
  .min(1, { error: 'forms:required', abort: true })
  .max(LONGEST_PASSWORD, { error: 'forms:tooLong', abort: true });

const newPassword = password
  .min(SHORTEST_PASSWORD, { error: 'forms:tooShort', abort: true })
  .refine(isVaried, 'accounts:passwordPlain');

/** One character again and again, or a run such as 1234567890, is what is tried first. */
function isVaried(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size > 2;
}

const name = requiredText(60);
const language = oneOf(LANGUAGES);

export const registrationForm = z.strictObject({
  name,
  mail: mailAddress(),
  password: newPassword,
  language,
});
export const confirmationForm = z.strictObject({ password });
export const askPasswordForm = z.strictObject({ mail: mailAddress() });
export const setPasswordForm = z.strictObject({ password: newPassword });
export const changePasswordForm = z.strictObject({ oldPassword: password, password: newPassword });
export const profileForm = z.strictObject({ name, language });
export const eraseForm = z.strictObject({
  erasePassword: password,
  isSure: ticked().refine((isSure) => isSure, 'accounts:confirmErasure'),
});

/** The group of the office is only asked of people in the office. */
export const noticeSettingsForm = z.strictObject(
  Object.fromEntries(NOTICE_GROUPS.map((group) => [group, oneOf(NOTICE_CHANNELS).default('mail')])),
);

export const OFFICE_ROLES = ['operator', 'supervisor', 'administrator', 'auditor'] as const;
export const ACCOUNT_STATES = ['unconfirmed', 'active', 'suspended', 'erased'] as const;

const revision = z.coerce.number().int().min(1);

export const postForm = z.strictObject({
  revision,
  role: oneOf(OFFICE_ROLES),
  level: oneOf(['city', 'province'] as const),
  regions: optionalText(1_000)
    .transform((text) => readRegionList(text ?? ''))
    .pipe(z.array(z.string({ error: 'accounts:regionUnknown' })).max(60, 'forms:tooMany')),
});
export const suspensionForm = z.strictObject({
  revision,
  reason: oneOf(accountReasons.codes),
  text: optionalText(2_000),
});
export const revisionForm = z.strictObject({ revision });

export const accountsQuery = z.strictObject({
  q: z.string().trim().max(120).optional(),
  state: z.enum(ACCOUNT_STATES).optional(),
  role: z.enum(OFFICE_ROLES).optional(),
  page: pageNumber(),
});

export const signInQuery = z.strictObject({ 'return-to': z.string().max(2_000).optional() });
