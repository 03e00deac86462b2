import type { QueryFilter, UpdateQuery } from 'mongoose';
import type { Models } from '../../models/createModels.ts';
import type { OrganisationRecord, Verification } from '../../models/records.ts';
import { notFound } from '../errors.ts';
import { isDuplicateKey } from '../isDuplicateKey.ts';

type Filter = QueryFilter<OrganisationRecord>;

/** What the desk's list is asked for; `regions` null means everywhere. */
export interface OrganisationFilter {
  verification: Verification | null;
  state: OrganisationRecord['state'] | null;
  regions: string[] | null;
}

/** Whether adding worked, or a key that has to be unique was taken. */
export type AddResult = 'added' | 'taken';

/** The key under which a code of an organisation is unique. */
export function identifierKey(scheme: string, value: string): string {
  return `${scheme}:${value}`;
}

/** Organisations as plain objects. A change is one guarded update: it fails when somebody else was first. */
export function createOrganisationStore({ organisations }: Pick<Models, 'organisations'>) {
  const find = async (id: string): Promise<OrganisationRecord | null> =>
    organisations.findOne({ _id: id }).lean<OrganisationRecord>();

  return {
    find,
    get: async (id: string): Promise<OrganisationRecord> => {
      const organisation = await find(id);
      if (organisation === null) throw notFound();
      return organisation;
    },
    findMany: async (ids: string[]): Promise<OrganisationRecord[]> =>
      ids.length === 0
        ? []
        : organisations.find({ _id: { $in: ids } }, { pending: 0, history: 0 }).lean<OrganisationRecord[]>(),
    /** As `findMany`, without the papers that were seen of it, which no list shows. */
    findShown: async (ids: string[]): Promise<OrganisationRecord[]> =>
      ids.length === 0
        ? []
        : organisations
            .find({ _id: { $in: ids } }, { pending: 0, history: 0, evidence: 0, verifiedChecks: 0 })
            .lean<OrganisationRecord[]>(),
    findByIdentifier: async (scheme: string, value: string): Promise<OrganisationRecord | null> =>
      organisations.findOne({ identifierKeys: identifierKey(scheme, value) }).lean<OrganisationRecord>(),
    add: async (organisation: OrganisationRecord): Promise<AddResult> => {
      try {
        await organisations.insertMany([organisation]);
        return 'added';
      } catch (error) {
        if (isDuplicateKey(error)) return 'taken';
        throw error;
      }
    },
    /** Applies one update if the revision is still the one that was read; null when it is not. */
    update: async (
      id: string,
      revision: number,
      update: UpdateQuery<OrganisationRecord>,
    ): Promise<OrganisationRecord | null | 'taken'> => {
      try {
        return await organisations
          .findOneAndUpdate({ _id: id, revision }, update, { returnDocument: 'after' })
          .lean<OrganisationRecord>();
      } catch (error) {
        if (isDuplicateKey(error)) return 'taken';
        throw error;
      }
    },
    /** One page for the desk: waiting ones with the oldest promise first, others the newest first. */
    page: async (filter: OrganisationFilter, skip: number, limit: number): Promise<OrganisationRecord[]> =>
      organisations
        .find(filterOf(filter), { pending: 0, history: 0 }, { sort: orderOf(filter), skip, limit })
        .lean<OrganisationRecord[]>(),
    count: async (filter: OrganisationFilter): Promise<number> =>
      organisations.countDocuments(filterOf(filter)),
    /** Every organisation in order of id, in pages; for projections and exports. */
    after: async (id: string, limit: number): Promise<OrganisationRecord[]> =>
      organisations
        .find({ _id: { $gt: id } }, { pending: 0, history: 0 }, { sort: { _id: 1 }, limit })
        .lean<OrganisationRecord[]>(),
    /** The ids of those that switched personalised suggestions off. */
    decliningSuggestions: async (): Promise<string[]> =>
      (
        await organisations
          .find({ declinesSuggestions: true }, { _id: 1 })
          .lean<Pick<OrganisationRecord, '_id'>[]>()
      ).map(({ _id }) => _id),
    /** Requests whose promise ends before an instant. */
    dueBefore: async (instant: Date, limit: number): Promise<OrganisationRecord[]> =>
      organisations
        .find(
          { verification: 'requested', dueAt: { $lt: instant } },
          { pending: 0, history: 0 },
          { sort: { dueAt: 1, _id: 1 }, limit },
        )
        .lean<OrganisationRecord[]>(),
  };
}

export type OrganisationStore = ReturnType<typeof createOrganisationStore>;

function filterOf({ verification, state, regions }: OrganisationFilter): Filter {
  return {
    ...(verification === null ? {} : { verification }),
    ...(verification === null || state !== null ? { state: state ?? { $in: ['active', 'suspended'] } } : {}),
    ...(regions === null ? {} : { regionPath: { $in: regions } }),
  };
}

function orderOf({ verification }: OrganisationFilter): Record<string, 1 | -1> {
  return verification === null ? { createdAt: -1, _id: 1 } : { dueAt: 1, _id: 1 };
}
