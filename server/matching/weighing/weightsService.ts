import type { Actor } from '../../accounts/actor.ts';
import { conflict, forbidden, invalid } from '../../errors.ts';
import type { ChangeRecorder } from '../../relay/change.ts';
import type { MatchStore } from '../matchStore.ts';
import type { PartWeights } from '../weights.ts';
import { agreementOf } from './agreement.ts';
import { allVersions, areSameWeights, type LiveWeights } from './liveWeights.ts';
import { WEIGHTS_ID, type WeightsRecord, type WeightsStore } from './weightsStore.ts';
import { allowedWeightsEvents, type WeightsEvent } from './weightsWorkflow.ts';

interface Parts {
  store: WeightsStore;
  matches: Pick<MatchStore, 'decided'>;
  live: LiveWeights;
  recorder: ChangeRecorder;
}

export interface PutLive {
  actor: Actor;
  parts: PartWeights;
  /** Of the record as the person saw it; 0 while there is none. */
  revision: number;
  /** Why; people read it, the log keeps its digest. */
  text: string;
}

/** The weights of matching: how decisions agree with scores, what others would do, and putting them live. */
export function createWeightsService({ store, matches, live, recorder }: Parts) {
  function check(actor: Actor, event: WeightsEvent): void {
    if (!allowedWeightsEvents(actor).includes(event)) throw forbidden();
  }

  /** The numbers of the version, made anew only when no earlier one has the same weights. */
  function numberFor(record: WeightsRecord | null, parts: PartWeights): { number: number; isNew: boolean } {
    const versions = allVersions(record);
    const same = versions.find((version) => areSameWeights(version.parts, parts));
    return { number: same?.number ?? versions.length, isNew: same === undefined };
  }

  async function write(record: WeightsRecord | null, { actor, parts, text }: PutLive): Promise<boolean> {
    const before = record?.live ?? 0;
    const { number, isNew } = numberFor(record, parts);
    if (number === before) throw invalid([{ field: 'text', message: 'matching:weights.same' }]);
    const detail = { from: before, to: number, ...parts };
    const change = { actor, role: 'supervisor', event: 'put-live', text, detail };
    const { at, entry, event, update } = recorder.record('weights', change);
    const turn = { number, at, by: actor.accountId, text };
    const version = { number, parts };
    if (record === null) {
      const stored = { _id: WEIGHTS_ID, live: number, versions: isNew ? [version] : [], turns: [turn] };
      return store.add({ ...stored, revision: 1, history: [entry], pending: [event] });
    }
    const changed = await store.update(record.revision, {
      $set: { live: number },
      $inc: update.$inc,
      $push: { ...update.$push, turns: turn, ...(isNew ? { versions: version } : {}) },
    });
    return changed !== null;
  }

  return {
    /** What was put live so far; null while nothing was. */
    record(actor: Actor): Promise<WeightsRecord | null> {
      check(actor, 'read');
      return store.find();
    },

    /** How the decisions agree with the scores they were made on. */
    async agreement(actor: Actor) {
      check(actor, 'read');
      return agreementOf(await matches.decided());
    },

    /** The agreement, and the decided pairs under the live weights and under others, from the parts their cards keep. */
    async tryOut(actor: Actor, parts: PartWeights) {
      check(actor, 'try');
      const decisions = await matches.decided();
      return {
        agreement: agreementOf(decisions),
        before: agreementOf(decisions, live.current().parts),
        after: agreementOf(decisions, parts),
      };
    },

    /**
     * Puts weights live. Decided pairs keep their score; everything else is matched again in the background.
     * @throws forbidden, conflict when others were put live meanwhile, invalid when these are live already.
     */
    async putLive(put: PutLive): Promise<void> {
      check(put.actor, 'put-live');
      const record = await store.find();
      if ((record?.revision ?? 0) !== put.revision || !(await write(record, put))) throw conflict();
      await live.refresh();
    },
  };
}

export type WeightsService = ReturnType<typeof createWeightsService>;
