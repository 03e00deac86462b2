import { z } from 'zod';
import { LISTING_KINDS } from '../catalogue/catalogue.ts';
import { reviewReasons } from '../vocabulary/reviewReasons.ts';
import { suspensionReasons } from '../vocabulary/suspensionReasons.ts';

/** Parameters of the queue. */
export const queueQuery = z.strictObject({
  kind: z.enum(LISTING_KINDS).optional(),
  scope: z.enum(['mine', 'all']).default('mine'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

const checklist = z
  .union([z.string(), z.array(z.string()).max(30)])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));

/** A decision about a submission or a published listing, as the form sends it. */
export const decisionForm = z.object({
  revision: z.coerce.number().int().min(1),
  event: z.enum(['recommend', 'approve', 'return', 'reject', 'suspend', 'restore', 'conclude']),
  reason: z
    .string()
    .refine((code) => code === '' || reviewReasons.codes.includes(code) || suspensionReasons.has(code), {
      error: 'forms:unknownCode',
    })
    .optional()
    .transform((code) => code || null),
  text: z
    .string()
    .trim()
    .max(3000, { error: 'forms:tooLong' })
    .optional()
    .transform((text) => text || null),
  checklist,
});

export const bulkForm = z.object({
  event: z.literal('recommend'),
  reference: z.union([z.string(), z.array(z.string()).max(50)]).transform((value) => [value].flat()),
});
