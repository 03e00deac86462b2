/** One row of a workflow: who may move what from where to where, and what must hold. */
export interface Transition {
  from: readonly string[];
  event: string;
  /** The state afterwards; `same` for acts that move nothing. */
  to: string;
  /** Parties to the document, any of which may do it. */
  who: readonly string[];
  /** Names of conditions the noun's service checks. */
  guard?: readonly string[];
  /** Working days until somebody has to act on the new state. */
  dueInWorkingDays?: number;
  /** A coded reason is needed. */
  needsReason?: boolean;
}

/**
 * A state machine as a table. The same rows decide permission, draw the buttons, name the event,
 * set the promise and print the diagram; a transition that is not in the table cannot happen.
 */
export function defineWorkflow<const Row extends Transition>(name: string, transitions: readonly Row[]) {
  type Event = Row['event'];
  const find = (state: string, event: string): Transition | null =>
    transitions.find((row) => row.event === event && row.from.includes(state)) ?? null;
  return {
    name,
    transitions: transitions as readonly Transition[],
    events: [...new Set(transitions.map((row) => row.event))] as Event[],
    /** The row for an event in a state, or null when the table has none. */
    find,
    /** The state after an event; the same state when the table does not know the event there. */
    after(state: string, event: string): string {
      const row = find(state, event);
      return row === null || row.to === 'same' ? state : row.to;
    },
    /** The events somebody who is these parties may trigger in a state. */
    allowed(state: string, parties: ReadonlySet<string>): Event[] {
      return transitions
        .filter((row) => row.from.includes(state) && row.who.some((party) => parties.has(party)))
        .map((row) => row.event);
    },
  };
}

export type Workflow = ReturnType<typeof defineWorkflow>;

/** The table as a Mermaid state diagram, for the documentation. */
export function workflowDiagram(workflow: { transitions: readonly Transition[] }): string {
  const arrows = workflow.transitions.flatMap((row) =>
    row.from.map(
      (from) => `  ${from} --> ${row.to === 'same' ? from : row.to} : ${row.event} (${row.who.join(', ')})`,
    ),
  );
  return ['stateDiagram-v2', ...arrows].join('\n');
}
