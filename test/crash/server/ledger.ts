import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

/** Something a person was told is done: a redirect after a form, a page that shows it, a program that ended well. */
export type Act =
  | { kind: 'listing'; reference: string; title: string }
  | { kind: 'saved'; reference: string; field: string; text: string }
  | { kind: 'move'; reference: string; event: string }
  | { kind: 'deal'; deal: string; about: string }
  | { kind: 'dealMove'; deal: string; event: string; by: string }
  | { kind: 'message'; deal: string; text: string }
  | { kind: 'rows'; source: string; ids: string[]; isApproved: boolean };

/** What is written down so far. */
export function readLedger(path: string): Act[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Act);
}

/** What was acknowledged, written down outside the store before anything else is done. */
export function createLedger(path: string) {
  let changed = Promise.withResolvers<void>();
  let requests = 0;
  writeFileSync(path, '');

  function tell(): void {
    changed.resolve();
    changed = Promise.withResolvers();
  }

  return {
    note(act: Act): void {
      appendFileSync(path, `${JSON.stringify(act)}\n`);
      tell();
    },
    /** Counts what people send and ask, so that the moment of a kill can be somewhere among it. */
    noteRequest(): void {
      requests += 1;
      tell();
    },
    requests: () => requests,
    /** Until something happens. */
    next: (): Promise<void> => changed.promise,
    /** Until so many requests more were begun. */
    async pass(count: number): Promise<void> {
      for (const goal = requests + count; requests < goal; ) await changed.promise;
    },
    acts: (): Act[] => readLedger(path),
    latest<Kind extends Act['kind']>(kind: Kind): Extract<Act, { kind: Kind }> | undefined {
      return this.acts().findLast((act): act is Extract<Act, { kind: Kind }> => act.kind === kind);
    },
  };
}

export type Ledger = ReturnType<typeof createLedger>;
