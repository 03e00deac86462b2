import type { Model, QueryFilter, UpdateQuery } from 'mongoose';
import type { Models } from '../../models/createModels.ts';
import { notFound } from '../errors.ts';
import type { Page } from '../listings/listingStore.ts';
import type { DealRecord } from './deal.ts';

type Filter = QueryFilter<DealRecord>;

/** Deals as plain objects. A change is one guarded update. */
export function createDealStore(models: Pick<Models, 'deals'>) {
  const deals = models.deals as unknown as Model<DealRecord>;
  const find = async (reference: string): Promise<DealRecord | null> =>
    deals.findOne({ _id: reference }).lean<DealRecord>();
  const page = async (filter: Filter, sort: Record<string, 1 | -1>, { skip, limit }: Page) =>
    deals.find(filter, { pending: 0 }, { sort: { ...sort, _id: 1 }, skip, limit }).lean<DealRecord[]>();
  const overdue = (regions: string[] | null): Filter => ({
    isOverdue: true,
    ...(regions === null ? {} : { deskRegions: { $in: regions } }),
  });
  return {
    find,
    get: async (reference: string): Promise<DealRecord> => {
      const deal = await find(reference);
      if (deal === null) throw notFound();
      return deal;
    },
    findSubmission: async (submissionKey: string) => deals.findOne({ submissionKey }).lean<DealRecord>(),
    insert: async (deal: DealRecord): Promise<void> => {
      await deals.insertMany([deal]);
    },
    update: async (
      reference: string,
      revision: number,
      update: UpdateQuery<DealRecord>,
    ): Promise<DealRecord | null> =>
      deals
        .findOneAndUpdate({ _id: reference, revision }, update, { returnDocument: 'after' })
        .lean<DealRecord>(),
    ofOrganisation: (organisationId: string, at: Page) =>
      page({ organisationIds: organisationId }, { updatedAt: -1 }, at),
    countOfOrganisation: async (organisationId: string) =>
      deals.countDocuments({ organisationIds: organisationId }),
    /** Those of an organisation not changed before an instant, the longest unchanged first. */
    ofOrganisationSince: (organisationId: string, { since, limit }: { since: Date; limit: number }) =>
      page(
        { organisationIds: organisationId, updatedAt: { $gte: since } },
        { updatedAt: 1 },
        { skip: 0, limit },
      ),
    ofListing: (listing: string, at: Page) => page({ listing }, { createdAt: -1 }, at),
    /** Deals whose answer is late, the longest late first; `regions` null means everywhere. */
    overdue: (regions: string[] | null, at: Page) => page(overdue(regions), { dueAt: 1 }, at),
    countOverdue: async (regions: string[] | null) => deals.countDocuments(overdue(regions)),
    /** Interest whose promise ran out before an instant. */
    waitingSince: (before: Date, limit: number) =>
      page({ state: 'interest', dueAt: { $lt: before } }, { dueAt: 1 }, { skip: 0, limit }),
    after: async (reference: string, limit: number): Promise<DealRecord[]> =>
      deals
        .find({ _id: { $gt: reference } }, { pending: 0 }, { sort: { _id: 1 }, limit })
        .lean<DealRecord[]>(),
    /** Whether the owner of a listing disclosed itself to an organisation in some deal about it. */
    hasDisclosed: async (listing: string, readerOrganisationId: string): Promise<boolean> => {
      const disclosed = { $elemMatch: { side: 'owner' } };
      return (
        (await deals
          .findOne({ listing, organisationIds: readerOrganisationId, disclosures: disclosed }, { _id: 1 })
          .lean()) !== null
      );
    },
  };
}

export type DealStore = ReturnType<typeof createDealStore>;
