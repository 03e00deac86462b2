import type { Actor } from '../../accounts/actor.ts';
import { defineWorkflow } from '../../workflow/workflow.ts';

/** Roles of the office by what they may do with the weights. */
export const WEIGHTS_READERS = ['operator', 'supervisor', 'auditor'] as const;
export const WEIGHTS_KEEPERS = ['supervisor'] as const;

/** The weights of matching: the office reads and tries, a supervisor puts live. What is tried is kept nowhere. */
export const weightsWorkflow = defineWorkflow('weights', [
  { from: ['live'], event: 'read', to: 'same', who: WEIGHTS_READERS },
  { from: ['live'], event: 'try', to: 'same', who: WEIGHTS_READERS },
  { from: ['live'], event: 'put-live', to: 'same', who: WEIGHTS_KEEPERS, needsReason: true },
]);

export type WeightsEvent = (typeof weightsWorkflow.events)[number];

/** What somebody may do with the weights. */
export function allowedWeightsEvents(actor: Actor): WeightsEvent[] {
  return weightsWorkflow.allowed('live', new Set(actor.office === null ? [] : [actor.office.role]));
}
