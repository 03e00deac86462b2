import { z } from 'zod';
import { requiredText, wholeNumber } from '../../web/formInputs.ts';
import { PARTS, type PartWeights } from '../weights.ts';

const REASON_LENGTH = 1000;

const share = wholeNumber(0, 100);

/** A percentage for each part; without the subject there would be nothing to score. */
const boxes = {
  subject: wholeNumber(1, 100),
  metrics: share,
  field: share,
  maturity: share,
  cooperation: share,
  price: share,
  region: share,
} satisfies Record<keyof PartWeights, unknown>;

const WHOLE = { path: ['subject'], message: 'matching:weights.sumWrong' };

/** The seven weights of a trial or of an address; together they are 100. */
export const weightsForm = z.strictObject(boxes).refine((parts) => sumOf(parts) === 100, WHOLE);

export const putLiveForm = z
  .strictObject({ ...boxes, revision: wholeNumber(0, 1_000_000_000), text: requiredText(REASON_LENGTH) })
  .refine((parts) => sumOf(parts) === 100, WHOLE);

/** The sum of what was typed; a box without a number counts nothing. */
export function sumOf(typed: Readonly<Record<string, unknown>>): number {
  return PARTS.reduce((sum, name) => sum + (Number(typed[name]) || 0), 0);
}

/** The seven weights without what else a form brings. */
export function partsOf(values: PartWeights): PartWeights {
  return Object.fromEntries(PARTS.map((name) => [name, values[name]])) as PartWeights;
}
