import { z } from 'zod';
import { declineReasons } from '../vocabulary/declineReasons.ts';
import { failureReasons } from '../vocabulary/failureReasons.ts';
import { requestKinds } from '../vocabulary/requestKinds.ts';
import { oneOf, optionalText, pageNumber, requiredText, ticked, wholeNumber } from '../web/formInputs.ts';

const ANSWER_LENGTH = 1500;
const REASON_LENGTH = 2000;

const reference = z.string().regex(/^[A-Z]-\d{4}-\d{6,}[A-Z]$/);
const maybeReference = z.union([z.literal('').transform(() => null), reference]).default(null);
const submissionKey = z.string().regex(/^[0-9a-f]{32}$/, { error: 'forms:invalid' });
const revision = wholeNumber(1, 1_000_000_000);

export const pageQuery = z.strictObject({ page: pageNumber() });

/** Where a request starts from: a listing, maybe on behalf of an own listing or a match. */
export const newRequestQuery = z.strictObject({
  listing: reference,
  kind: oneOf(requestKinds.codes).optional(),
  for: reference.optional(),
  match: reference.optional(),
  anonymous: z.literal('1').optional(),
});

/** The three questions every expression of interest answers (domain rules 4.3). */
export const requestForm = z.strictObject({
  requestKind: oneOf(requestKinds.codes),
  cooperation: requiredText(ANSWER_LENGTH),
  unclear: requiredText(ANSWER_LENGTH),
  about: requiredText(ANSWER_LENGTH),
  isAnonymous: ticked(),
  for: maybeReference,
  match: maybeReference,
  submissionKey,
});

export const noticeForm = z.strictObject({
  use: requiredText(ANSWER_LENGTH),
  about: requiredText(ANSWER_LENGTH),
  confirmed: ticked().refine((isTicked) => isTicked, { error: 'forms:required' }),
  submissionKey,
});

export const seenForm = z.strictObject({ revision });
export const messageForm = z.strictObject({ revision, text: requiredText(5000) });
export const contactForm = z.strictObject({
  revision,
  name: requiredText(100),
  mail: optionalText(254),
  phone: optionalText(40),
});
export const declineForm = z.strictObject({
  revision,
  reason: oneOf(declineReasons.codes),
  text: optionalText(REASON_LENGTH),
});
export const failForm = z.strictObject({
  revision,
  reason: oneOf(failureReasons.codes),
  text: optionalText(REASON_LENGTH),
});
export const agreeForm = z.strictObject({ revision, version: wholeNumber(1, 10_000) });
