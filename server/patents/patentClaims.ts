import type { Encumbrance, PatentRecord } from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import { shanghaiDate } from '../clock.ts';
import { blocked } from '../errors.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import type { PatentStore } from './patentStore.ts';
import { patentState, patentWorkflow } from './patentWorkflow.ts';

export interface Claim {
  /** An exclusive or sole licence, or the open licence. */
  kind: 'exclusive-licence' | 'sole-licence' | 'open-licence';
  /** The deal or offer that holds it. */
  by: string;
}

/** What a claim cannot stand beside (Patent Law art. 51, Implementing Regulations r86, SPC interpretation art. 25). */
const EXCLUDES: Record<Claim['kind'], readonly string[]> = {
  'exclusive-licence': ['exclusive-licence', 'sole-licence', 'open-licence', 'preservation'],
  'sole-licence': ['exclusive-licence', 'sole-licence', 'open-licence', 'preservation'],
  'open-licence': ['exclusive-licence', 'sole-licence', 'open-licence', 'preservation'],
};

/**
 * Rights that only one can have. Each claim is one guarded update of the patent, so of two people
 * who claim at once one gets it and the other gets the reason.
 */
export function createPatentClaims({ store, recorder }: { store: PatentStore; recorder: ChangeRecorder }) {
  async function claimOne(actor: Actor, patentId: string, claim: Claim): Promise<void> {
    for (;;) {
      const patent = await store.get(patentId);
      if (patent.encumbrances.some(({ by, kind }) => by === claim.by && kind === claim.kind)) return;
      if (patentWorkflow.find(patentState(patent), 'claim') === null)
        throw blocked('patents:notDescribed', { id: patentId });
      // What a deal claimed before it came to other terms is replaced.
      const others = patent.encumbrances.filter(({ by }) => by !== claim.by);
      refuseTaken(patent, others, claim);
      const { at, update } = recorder.record('patent', {
        actor,
        role: 'system',
        event: 'claim',
        detail: { ...claim },
      });
      const encumbrance: Encumbrance = { ...claim, since: shanghaiDate(at), hasConsent: true };
      const written = await store.update(patentId, patent.revision, {
        $set: { encumbrances: [...others, encumbrance], updatedAt: at },
        ...update,
      });
      if (written !== null) return;
    }
  }

  async function releaseOne(actor: Actor | null, patentId: string, by: string): Promise<void> {
    for (;;) {
      const patent = await store.get(patentId);
      const rest = patent.encumbrances.filter((encumbrance) => encumbrance.by !== by);
      if (rest.length === patent.encumbrances.length) return;
      const { at, update } = recorder.record('patent', {
        actor,
        role: 'system',
        event: 'release',
        detail: { by },
      });
      const written = await store.update(patentId, patent.revision, {
        $set: { encumbrances: rest, updatedAt: at },
        ...update,
      });
      if (written !== null) return;
    }
  }

  return {
    /** Claims several patents in the order of their numbers, and gives back what it took when one is refused. */
    async claim(actor: Actor, patentIds: string[], claim: Claim): Promise<void> {
      const taken: string[] = [];
      try {
        for (const id of [...patentIds].sort()) {
          await claimOne(actor, id, claim);
          taken.push(id);
        }
      } catch (error) {
        for (const id of taken) await releaseOne(actor, id, claim.by);
        throw error;
      }
    },
    async release(actor: Actor | null, patentIds: string[], by: string): Promise<void> {
      for (const id of [...patentIds].sort()) await releaseOne(actor, id, by);
    },
  };
}

export type PatentClaims = ReturnType<typeof createPatentClaims>;

function refuseTaken(patent: PatentRecord, others: Encumbrance[], claim: Claim): void {
  const taken = others.find(({ kind }) => EXCLUDES[claim.kind].includes(kind));
  if (taken) throw blocked(`patents:taken.${taken.kind}`, { id: patent._id, since: taken.since });
}
