import type { Encumbrance, PatentOwner, PatentRecord } from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import { type Clock, today } from '../clock.ts';
import { conflict, forbidden, invalid } from '../errors.ts';
import type { LocalizedText } from '../localized.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import { patentFactIssues } from './patentFactIssues.ts';
import { patentKindOf, splitPatentId } from './patentId.ts';
import { patentParties } from './patentPermissions.ts';
import type { PatentStore } from './patentStore.ts';
import { patentState, patentWorkflow } from './patentWorkflow.ts';

export interface PatentFacts {
  title: LocalizedText | null;
  publicationNumber: string | null;
  owners: PatentOwner[];
  inventors: string[];
  ipc: string[];
  filedOn: string | null;
  grantedOn: string | null;
  legalStatus: string;
  isInvalidationPending: boolean;
  hasEvaluationReport: boolean;
  hasCoOwnerConsent: boolean;
  /** Declared burdens; those held by deals and offers stay as they are. */
  declared: Encumbrance[];
  registerCheckedOn: string;
}

interface PatentParts {
  store: PatentStore;
  recorder: ChangeRecorder;
  clock: Clock;
}

/** What is known of patents, found or created by number, and described by those who hold them. */
export function createPatentService({ store, recorder, clock }: PatentParts) {
  function entered(actor: Actor, organisationId: string, id: string): PatentRecord {
    const { at, event, entry } = recorder.record('patent', { actor, role: 'owner', event: 'enter' });
    const { jurisdiction, number } = splitPatentId(id);
    return {
      _id: id,
      jurisdiction,
      number,
      ...UNKNOWN_FACTS,
      kind: patentKindOf(id),
      createdByOrganisationId: organisationId,
      createdAt: at,
      updatedAt: at,
      revision: 1,
      history: [entry],
      pending: [event],
    };
  }

  async function write(
    actor: Actor,
    patent: PatentRecord,
    event: string,
    role: string,
    set: Partial<PatentRecord>,
  ) {
    const { at, update } = recorder.record('patent', {
      actor,
      role,
      event,
      detail: { legalStatus: set.legalStatus ?? patent.legalStatus },
    });
    const written = await store.update(patent._id, patent.revision, {
      $set: { ...set, updatedAt: at },
      ...update,
    });
    if (written === null) throw conflict();
    return written;
  }

  return {
    find: store.find,
    get: store.get,
    findMany: store.findMany,

    /** Makes sure that every id has a document, so that facts can be added to it. */
    async enter(actor: Actor, ids: string[]): Promise<void> {
      const organisationId = actor.membership?.organisationId;
      if (organisationId === undefined) throw forbidden();
      const known = new Set((await store.findMany(ids)).map((patent) => patent._id));
      for (const id of ids) if (!known.has(id)) await store.add(entered(actor, organisationId, id));
    },

    /** Writes the facts of a patent as its holder declares them, or as an operator read them in the register. */
    async describe(actor: Actor, id: string, revision: number, facts: PatentFacts): Promise<PatentRecord> {
      const patent = await store.get(id);
      const parties = patentParties(actor, patent);
      const event = parties.has('owner') ? 'describe' : 'check-register';
      const row = patentWorkflow.find(patentState(patent), event);
      if (!row?.who.some((party) => parties.has(party))) throw forbidden('patents:notYours');
      if (patent.revision !== revision) throw conflict();
      const { declared, ...written } = facts;
      const issues = patentFactIssues(patent, facts, today(clock));
      if (issues.length > 0) throw invalid(issues);
      const held = patent.encumbrances.filter((encumbrance) => encumbrance.by !== 'declared');
      return write(actor, patent, event, [...parties].join(), {
        ...written,
        ...(event === 'describe' ? describedBy(actor, patent) : {}),
        encumbrances: [...held, ...declared],
        registerCheckedBy: actor.accountId,
      });
    },

    /** Whether somebody may write the facts of a patent. */
    canDescribe: (viewer: Actor | null, patent: PatentRecord) => patentParties(viewer, patent).size > 0,
    today: () => today(clock),
  };
}

export type PatentService = ReturnType<typeof createPatentService>;

/** Who describes a number first answers for it, whoever typed it before. */
function describedBy({ membership }: Actor, { registerCheckedOn }: PatentRecord): Partial<PatentRecord> {
  return membership !== null && registerCheckedOn === null
    ? { createdByOrganisationId: membership.organisationId }
    : {};
}

const UNKNOWN_FACTS = {
  publicationNumber: null,
  title: null,
  owners: [],
  inventors: [],
  ipc: [],
  locarno: [],
  filedOn: null,
  grantedOn: null,
  expiryOverride: null,
  legalStatus: 'pending',
  isInvalidationPending: false,
  registerCheckedOn: null,
  registerCheckedBy: null,
  hasEvaluationReport: false,
  hasCoOwnerConsent: false,
  encumbrances: [],
};
