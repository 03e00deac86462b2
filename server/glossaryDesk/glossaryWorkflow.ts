import type { Actor } from '../accounts/actor.ts';
import { defineWorkflow } from '../workflow/workflow.ts';

const KEEPERS = ['operator', 'supervisor'] as const;

/** An entry of the office's glossary. `none` is before it is added; what is retired can come back. */
export const glossaryWorkflow = defineWorkflow('glossary', [
  { from: ['none'], event: 'add', to: 'active', who: KEEPERS },
  { from: ['active'], event: 'edit', to: 'active', who: KEEPERS },
  { from: ['active'], event: 'retire', to: 'retired', who: KEEPERS },
  { from: ['retired'], event: 'restore', to: 'active', who: KEEPERS },
]);

export type GlossaryState = 'none' | 'active' | 'retired';
export type GlossaryEvent = (typeof glossaryWorkflow.events)[number];

/** What somebody is to the glossary: the role in the office, or nothing. */
export function glossaryParties(actor: Actor): Set<string> {
  return new Set(actor.office === null ? [] : [actor.office.role]);
}
