import { z } from 'zod';
import { dismissReasons } from '../../vocabulary/dismissReasons.ts';
import { feedbackAnswers } from '../../vocabulary/feedbackAnswers.ts';
import { feedbackReasons } from '../../vocabulary/feedbackReasons.ts';
import { regions } from '../../vocabulary/regions.ts';
import { technologyFields } from '../../vocabulary/technologyFields.ts';
import {
  maybeOneOf,
  oneOf,
  optionalText,
  pageNumber,
  requiredText,
  wholeNumber,
} from '../../web/formInputs.ts';

const revision = wholeNumber(1, 1_000_000_000);
const TEXT_LENGTH = 2000;

/** What the queue of the desk is narrowed by. */
export const queueQuery = z.strictObject({
  state: oneOf(['suggested', 'approved', 'dismissed']).default('suggested'),
  region: oneOf(regions.codes).optional(),
  field: oneOf(technologyFields.codes).optional(),
  from: z.coerce.number().int().min(0).max(1000).optional(),
  days: z.coerce.number().int().min(0).max(3650).optional(),
  page: pageNumber(),
});

export const seenForm = z.strictObject({ revision });
export const dismissForm = z.strictObject({
  revision,
  reason: oneOf(dismissReasons.codes),
  text: optionalText(TEXT_LENGTH),
});
export const noteForm = z.strictObject({ revision, note: requiredText(TEXT_LENGTH) });
export const answerForm = z.strictObject({
  revision,
  answer: oneOf(feedbackAnswers.codes),
  reason: maybeOneOf(feedbackReasons.codes),
  text: optionalText(TEXT_LENGTH),
});

/** Ticked pairs as `reference:revision`. */
export const bulkForm = z.strictObject({
  pair: z.preprocess(
    (sent) => (sent === undefined ? [] : [sent].flat()),
    z.array(z.string().regex(/^M-\d{4}-\d{6,}[A-Z]:\d+$/)).max(100),
  ),
});
