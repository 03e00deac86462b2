import { z } from 'zod';
import type { attachmentKinds } from '../vocabulary/attachmentKinds.ts';
import { fieldVisibilities } from '../vocabulary/fieldVisibilities.ts';
import { oneOf } from '../web/formInputs.ts';

/** What files of a listing can be; contracts, payments and the like belong to deals. */
export const LISTING_FILE_KINDS = [
  'image',
  'description',
  'drawing',
  'presentation',
  'test-report',
  'certificate',
  'evaluation-report',
  'register-extract',
  'declaration',
  'fee-note',
  'co-owner-consent',
  'pledgee-consent',
  'power-of-attorney',
  'identity-proof',
  'other',
] as const satisfies readonly (typeof attachmentKinds.codes)[number][];

export const FILE_READERS = fieldVisibilities.codes;

export const fileForm = z.object({
  revision: z.coerce.number().int().min(1).max(1e9),
  kind: oneOf(LISTING_FILE_KINDS),
  visibility: oneOf(FILE_READERS),
});

export const fileActForm = z.object({
  revision: z.coerce.number().int().min(1).max(1e9),
  fileId: z.string().regex(/^[0-9a-f]{64}$/),
  act: z.enum(['remove', 'first']),
});
