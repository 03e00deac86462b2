import type { OrganisationRecord } from '../../models/records.ts';
import { type Actor, hasOfficeRole } from '../accounts/actor.ts';
import { forbidden, notFound } from '../errors.ts';
import type { ListingStore, Page } from '../listings/listingStore.ts';
import type { DealFile, DealRecord } from './deal.ts';
import type { DealParts } from './dealPage.ts';
import { canReadDeal } from './dealPermissions.ts';
import type { DealStore } from './dealStore.ts';

interface ReadingParts {
  store: DealStore;
  listings: ListingStore;
  organisations: { findMany: (ids: string[]) => Promise<OrganisationRecord[]> };
}

/** Deals together with what their pages show of listing and parties; nothing for those who may not read them. */
export function createDealReading({ store, listings, organisations }: ReadingParts) {
  async function withParts(deals: DealRecord[]): Promise<DealParts[]> {
    const found = await listings.findMany(deals.map((deal) => deal.listing));
    const owners = await organisations.findMany([...new Set(deals.flatMap((deal) => deal.organisationIds))]);
    const listingOf = new Map(found.map((listing) => [listing._id, listing]));
    const organisationOf = new Map(owners.map((organisation) => [organisation._id, organisation]));
    return deals.flatMap((deal) => {
      const listing = listingOf.get(deal.listing);
      const requester = organisationOf.get(deal.requester.organisationId);
      const owner = organisationOf.get(deal.owner.organisationId);
      return listing && requester && owner ? [{ deal, listing, requester, owner }] : [];
    });
  }

  async function open(actor: Actor, reference: string): Promise<DealParts> {
    const deal = await store.find(reference);
    if (deal === null || !canReadDeal(actor, deal)) throw notFound();
    const [parts] = await withParts([deal]);
    if (parts === undefined) throw notFound();
    return parts;
  }

  return {
    open,
    withParts,
    /** The deals of the actor's own organisation, the last changed first. */
    async mine({ membership }: Actor, page: Page) {
      if (membership === null) return { items: [], total: 0 };
      const { organisationId } = membership;
      const [deals, total] = await Promise.all([
        store.ofOrganisation(organisationId, page),
        store.countOfOrganisation(organisationId),
      ]);
      return { items: await withParts(deals), total };
    },
    /** Requests nobody answered in time, in the regions of an operator or everywhere. */
    async overdue(actor: Actor, page: Page) {
      if (!hasOfficeRole(actor, 'operator', 'supervisor', 'auditor')) throw forbidden();
      const regions = actor.office?.role === 'operator' ? actor.office.regions : null;
      const [deals, total] = await Promise.all([store.overdue(regions, page), store.countOverdue(regions)]);
      return { items: await withParts(deals), total };
    },
    /** A file of a message, for those who may read the deal. */
    async file(actor: Actor, reference: string, fileId: string): Promise<DealFile> {
      const { deal } = await open(actor, reference);
      const file = deal.messages.flatMap((message) => message.files).find((each) => each.fileId === fileId);
      if (file === undefined) throw notFound();
      return file;
    },
  };
}

export type DealReading = ReturnType<typeof createDealReading>;
