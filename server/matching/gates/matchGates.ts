import type { Gate, GateFacts } from './gate.ts';
import { exclusivityGate, patentGate } from './patentGates.ts';
import { budgetGate, cooperationGate, maturityGate, territoryGate } from './termGates.ts';

/** The six gates of a pair, in the order a card shows them. A closed one blocks whatever the score. */
export function matchGates(facts: GateFacts): Gate[] {
  return [
    cooperationGate(facts),
    budgetGate(facts),
    maturityGate(facts),
    territoryGate(facts),
    patentGate(facts),
    exclusivityGate(facts),
  ];
}

export function isBlocked(gates: readonly Pick<Gate, 'state'>[]): boolean {
  return gates.some(({ state }) => state === 'closed');
}
