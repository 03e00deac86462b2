import type { Model, QueryFilter, UpdateQuery } from 'mongoose';
import type { Models } from '../../models/createModels.ts';
import { notFound } from '../errors.ts';
import { isDuplicateKey } from '../isDuplicateKey.ts';
import type { Page } from '../listings/listingStore.ts';
import type { MatchRecord, MatchState } from './match.ts';
import type { Decision } from './weighing/agreement.ts';

type Filter = QueryFilter<MatchRecord>;

/** What the office's queue is asked for; `regions` null means everywhere. */
export interface MatchQueue {
  state: MatchState;
  regions: string[] | null;
  field: string | null;
  fromScore: number | null;
  /** Only pairs suggested before an instant. */
  before: Date | null;
  /** Leaves out pairs with one of these organisations on either side. */
  without: string[];
}

/** A pair as a cell of a table. */
export type MatchCell = Omit<MatchRecord, 'evidence' | 'history' | 'pending'>;

/** More pairs than this of one listing are not looked at; only the best are kept anyway. */
const MOST_OF_LISTING = 400;

/** Of each decision so many are held against their scores, the latest. */
export const MOST_DECIDED = 1_500;

/** Matches as plain objects. A change is one guarded update. */
export function createMatchStore(models: Pick<Models, 'matches'>) {
  const matches = models.matches as unknown as Model<MatchRecord>;
  const find = async (reference: string): Promise<MatchRecord | null> =>
    matches.findOne({ _id: reference }).lean<MatchRecord>();
  const page = async (filter: Filter, sort: Record<string, 1 | -1>, { skip, limit }: Page) =>
    matches.find(filter, { pending: 0 }, { sort: { ...sort, _id: 1 }, skip, limit }).lean<MatchRecord[]>();
  const sideFilter = (side: 'supply' | 'demand', organisationId: string, states: MatchState[]): Filter =>
    side === 'supply'
      ? { supplyOrganisationId: organisationId, state: { $in: states } }
      : { demandOrganisationId: organisationId, state: { $in: states } };

  return {
    find,
    get: async (reference: string): Promise<MatchRecord> => {
      const match = await find(reference);
      if (match === null) throw notFound();
      return match;
    },
    findPairs: async (pairKeys: string[]): Promise<MatchRecord[]> =>
      pairKeys.length === 0
        ? []
        : matches.find({ pairKey: { $in: pairKeys } }, { pending: 0 }).lean<MatchRecord[]>(),
    /** Adds a pair unless it is there. @returns whether it was added. */
    add: async (match: MatchRecord): Promise<boolean> => {
      try {
        await matches.insertMany([match]);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    /** Applies one update if the revision is still the one that was read. */
    update: async (
      reference: string,
      revision: number,
      update: UpdateQuery<MatchRecord>,
    ): Promise<MatchRecord | null> =>
      matches
        .findOneAndUpdate({ _id: reference, revision }, update, { returnDocument: 'after' })
        .lean<MatchRecord>(),
    /** Every pair of a listing in these states, best first. */
    ofListing: async (
      side: 'supply' | 'demand',
      reference: string,
      states: MatchState[],
      limit = MOST_OF_LISTING,
    ): Promise<MatchRecord[]> =>
      page(
        side === 'supply'
          ? { supply: reference, state: { $in: states } }
          : { demand: reference, state: { $in: states } },
        { score: -1 },
        { skip: 0, limit },
      ),
    /** Open pairs of a listing without their evidence, which is long, best first; for tables. */
    cellsOf: async (
      side: 'supply' | 'demand',
      reference: string,
      { states, field, fromScore }: Pick<MatchQueue, 'field' | 'fromScore'> & { states: MatchState[] },
      limit: number,
    ): Promise<MatchCell[]> =>
      matches
        .find(
          {
            ...(side === 'supply' ? { supply: reference } : { demand: reference }),
            state: { $in: states },
            isOpen: true,
            ...(field === null ? {} : { field }),
            ...(fromScore === null ? {} : { score: { $gte: fromScore } }),
          },
          { pending: 0, history: 0, evidence: 0 },
          { sort: { score: -1, _id: 1 }, limit },
        )
        .lean<MatchCell[]>(),
    /** The pairs of an organisation on one side, the latest changed first. */
    ofOrganisation: (side: 'supply' | 'demand', organisationId: string, states: MatchState[], at: Page) =>
      page(sideFilter(side, organisationId, states), { updatedAt: -1 }, at),
    countOfOrganisation: async (side: 'supply' | 'demand', organisationId: string, states: MatchState[]) =>
      matches.countDocuments(sideFilter(side, organisationId, states)),
    /** The queue of the office, best first. */
    queue: (filter: MatchQueue, at: Page) => page(queueFilter(filter), { score: -1 }, at),
    countQueue: async (filter: MatchQueue) => matches.countDocuments(queueFilter(filter)),
    /** The latest decisions with the parts they were made on. */
    async decided(): Promise<Decision[]> {
      const decisions = await Promise.all(
        (['approved', 'dismissed'] as const).map((state) =>
          matches
            .find({ state }, DECISION, { sort: { decidedAt: -1, _id: 1 }, limit: MOST_DECIDED })
            .lean<MatchRecord[]>(),
        ),
      );
      return decisions.flat().map(({ state, score, evidence, field, dismissal }) => ({
        isApproved: state === 'approved',
        score,
        parts: evidence.parts,
        field,
        reason: dismissal?.reason ?? null,
      }));
    },
    /** Every match in order of reference, in pages; for recomputing. */
    after: async (reference: string, limit: number): Promise<MatchRecord[]> =>
      matches
        .find({ _id: { $gt: reference } }, { pending: 0, history: 0 }, { sort: { _id: 1 }, limit })
        .lean<MatchRecord[]>(),
  };
}

/** What a decision is looked at by; the whole evidence is long. */
const DECISION = { state: 1, score: 1, field: 1, dismissal: 1, 'evidence.parts': 1 } as const;

export type MatchStore = ReturnType<typeof createMatchStore>;

function queueFilter({ state, regions, field, fromScore, before, without }: MatchQueue): Filter {
  return {
    state,
    isOpen: true,
    ...(regions === null ? {} : { regionPath: { $in: regions } }),
    ...(field === null ? {} : { field }),
    ...(fromScore === null ? {} : { score: { $gte: fromScore } }),
    ...(before === null ? {} : { createdAt: { $lt: before } }),
    ...(without.length === 0
      ? {}
      : { supplyOrganisationId: { $nin: without }, demandOrganisationId: { $nin: without } }),
  };
}
