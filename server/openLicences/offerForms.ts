import { z } from 'zod';
import { typedDay } from '../catalogue/inputs/date.ts';
import { openLicenceEndCauses } from '../vocabulary/openLicenceEndCauses.ts';
import { openLicenceRefusals } from '../vocabulary/openLicenceRefusals.ts';
import { maybeOneOf, optionalText } from '../web/formInputs.ts';
import { offerWorkflow } from './offerWorkflow.ts';

/** An act on an offer as its page sends it. */
export const offerForm = z.object({
  revision: z.coerce.number().int().min(1).max(1e9),
  event: z.enum(offerWorkflow.events as [string, ...string[]]),
  number: optionalText(60).default(null),
  on: optionalText(20)
    .transform((typed) => (typed === null ? null : typedDay(typed)))
    .pipe(z.iso.date('forms:date').nullable())
    .default(null),
  reason: maybeOneOf([...openLicenceRefusals.codes, ...openLicenceEndCauses.codes]),
  text: optionalText(2000).default(null),
});

/** What each act has to be told. */
export const OFFER_ACTS: Record<
  string,
  { number?: 'receipt' | 'announcement'; reasons?: 'refusals' | 'causes'; text?: true }
> = {
  file: { number: 'receipt' },
  prepare: {},
  announce: { number: 'announcement' },
  refuse: { reasons: 'refusals', text: true },
  'file-withdrawal': { text: true },
  'announce-withdrawal': { number: 'announcement' },
  end: { reasons: 'causes', text: true },
};
