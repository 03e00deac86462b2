import { defineWorkflow } from '../workflow/workflow.ts';

/** Acts on the record of a patent by how far its facts are known: entered by number, described, or ended. */
export const patentWorkflow = defineWorkflow('patent', [
  { from: ['entered', 'described'], event: 'describe', to: 'described', who: ['owner'] },
  { from: ['entered', 'described'], event: 'check-register', to: 'described', who: ['operator'] },
  { from: ['described'], event: 'claim', to: 'same', who: ['system'] },
  { from: ['described', 'entered'], event: 'release', to: 'same', who: ['system'] },
]);

/** Described once somebody has looked at the register and said so. */
export function patentState({
  registerCheckedOn,
}: {
  registerCheckedOn: string | null;
}): 'entered' | 'described' {
  return registerCheckedOn === null ? 'entered' : 'described';
}
