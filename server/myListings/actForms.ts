import { z } from 'zod';
import { demandOutcomes } from '../vocabulary/demandOutcomes.ts';
import { maybeOneOf, optionalText } from '../web/formInputs.ts';

const LONGEST = 3000;

/** An act on an own listing as its page sends it. */
export const actForm = z.object({
  revision: z.coerce.number().int().min(1).max(1e9),
  text: optionalText(LONGEST).default(null),
  reason: maybeOneOf(demandOutcomes.codes),
});
