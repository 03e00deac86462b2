import { foldText } from '../../search/analysis/foldText.ts';
import type { Actor } from '../accounts/actor.ts';
import { conflict, forbidden, type Issue, invalid } from '../errors.ts';
import { newId } from '../newId.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import type { GlossaryEntryRecord, GlossaryNames, GlossaryStore } from './glossaryStore.ts';
import { type GlossaryEvent, glossaryParties, glossaryWorkflow } from './glossaryWorkflow.ts';

interface Parts {
  store: GlossaryStore;
  recorder: ChangeRecorder;
  /** Lets search and matching of this process use what changed, at once. */
  refresh: () => Promise<void>;
}

export interface GlossaryChange {
  actor: Actor;
  id: string;
  revision: number;
  /** Given when the names change. */
  names?: GlossaryNames;
}

/** The office's own names of things: who may change them, in how many versions they were. */
export function createGlossaryService({ store, recorder, refresh }: Parts) {
  function roleFor(actor: Actor, state: string, event: GlossaryEvent): string {
    const row = glossaryWorkflow.find(state, event);
    if (row === null) throw conflict();
    const role = row.who.find((party) => glossaryParties(actor).has(party));
    if (role === undefined) throw forbidden();
    return role;
  }

  /** @throws invalid unless there are two names at least, none of which another entry has. */
  async function check({ zh, en }: GlossaryNames, ownId: string | null): Promise<void> {
    const names = [...zh, ...en].map(folded);
    if (new Set(names).size < 2) throw invalid([{ field: 'zh', message: 'glossary:twoNames' }]);
    const others = (await store.all('active')).filter(({ _id }) => _id !== ownId);
    const taken = new Set(others.flatMap((entry) => [...entry.zh, ...entry.en].map(folded)));
    const issues = [...takenIn('zh', zh, taken), ...takenIn('en', en, taken)];
    if (issues.length > 0) throw invalid(issues);
  }

  async function move({ actor, id, revision, names }: GlossaryChange, event: GlossaryEvent) {
    const entry = await store.get(id);
    const role = roleFor(actor, entry.state, event);
    if (event !== 'retire') await check(names ?? entry, id);
    const number = (entry.versions.at(-1)?.number ?? 0) + (names ? 1 : 0);
    const { at, update } = recorder.record('glossary', { actor, role, event, detail: { version: number } });
    const version = { ...names, number, at, by: actor.accountId };
    const changed = await store.update(id, revision, {
      $set: { ...names, state: glossaryWorkflow.after(entry.state, event) as 'active', updatedAt: at },
      $inc: update.$inc,
      $push: { ...update.$push, ...(names ? { versions: version } : {}) },
    });
    if (changed === null) throw conflict();
    await refresh();
    return changed;
  }

  return {
    get: store.get,
    all: store.all,
    /** What this person may do with an entry as it stands. */
    allowed: (actor: Actor, { state }: Pick<GlossaryEntryRecord, 'state'>) =>
      glossaryWorkflow.allowed(state, glossaryParties(actor)),
    mayAdd: (actor: Actor) => glossaryWorkflow.allowed('none', glossaryParties(actor)).length > 0,
    async add(actor: Actor, names: GlossaryNames): Promise<string> {
      const role = roleFor(actor, 'none', 'add');
      await check(names, null);
      const { at, entry, event } = recorder.record('glossary', {
        actor,
        role,
        event: 'add',
        detail: { version: 1 },
      });
      const _id = newId();
      await store.insert({
        _id,
        ...names,
        state: 'active',
        versions: [{ ...names, number: 1, at, by: actor.accountId }],
        createdAt: at,
        updatedAt: at,
        revision: 1,
        history: [entry],
        pending: [event],
      });
      await refresh();
      return _id;
    },
    edit: (change: GlossaryChange & { names: GlossaryNames }) => move(change, 'edit'),
    retire: (change: GlossaryChange) => move(change, 'retire'),
    restore: (change: GlossaryChange) => move(change, 'restore'),
  };
}

export type GlossaryService = ReturnType<typeof createGlossaryService>;

function folded(name: string): string {
  return foldText(name).text.trim();
}

function takenIn(field: string, names: string[], taken: ReadonlySet<string>): Issue[] {
  const name = names.find((one) => taken.has(folded(one)));
  return name === undefined ? [] : [{ field, message: 'glossary:taken', values: { name } }];
}
