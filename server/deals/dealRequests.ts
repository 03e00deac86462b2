import type { ListingRecord, OrganisationRecord } from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import { type Clock, endOfDay, shanghaiDate, today } from '../clock.ts';
import { workingDaysAfter } from '../deadlines/workingDays.ts';
import { blocked, forbidden, notFound } from '../errors.ts';
import type { ListingStore } from '../listings/listingStore.ts';
import type { ReferenceStore } from '../listings/referenceStore.ts';
import { isOpen } from '../openLicences/offerWorkflow.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import type { DealRecord, InterestAnswers, LicenceNotice } from './deal.ts';
import type { DealStore } from './dealStore.ts';
import { ANSWER_WORKING_DAYS } from './dealWorkflow.ts';

export interface DealRequest {
  actor: Actor;
  listing: string;
  requestKind: string;
  answers: InterestAnswers;
  /** The demand the request is made for, when it comes from a match or a knock. */
  counterpartListing?: string | null;
  match?: string | null;
  /** A knock: who asks is told only when they disclose themselves. */
  isAnonymous?: boolean;
  /** Makes a double click one request. */
  submissionKey: string;
}

interface RequestParts {
  store: DealStore;
  listings: ListingStore;
  references: ReferenceStore;
  getOrganisation: (id: string) => Promise<OrganisationRecord>;
  recorder: ChangeRecorder;
  clock: Clock;
}

/** How a deal begins: interest in somebody's listing, or notice under an announced open licence. */
export function createDealRequests({
  store,
  listings,
  references,
  getOrganisation,
  recorder,
  clock,
}: RequestParts) {
  async function begin(
    request: DealRequest,
    event: 'request' | 'give-notice',
    more: (at: Date) => Partial<DealRecord>,
  ) {
    const known = await store.findSubmission(request.submissionKey);
    if (known !== null) return known;
    const listing = await listings.get(request.listing);
    const organisationId = requesterOf(request.actor, listing);
    const [requester, owner] = await Promise.all([
      getOrganisation(organisationId),
      getOrganisation(listing.organisationId),
    ]);
    const {
      at,
      event: pending,
      entry,
    } = recorder.record('deal', {
      actor: request.actor,
      role: 'requester',
      event,
      detail: { listing: listing._id, requestKind: request.requestKind, match: request.match ?? null },
    });
    const [reference] = await references.next('T', Number(shanghaiDate(at).slice(0, 4)));
    const deal: DealRecord = {
      _id: String(reference),
      requestKind: request.requestKind,
      listing: listing._id,
      counterpartListing: request.counterpartListing ?? null,
      match: request.match ?? null,
      ...sides(request, requester, owner, listing),
      ...BEGINNING,
      answers: request.answers,
      submissionKey: request.submissionKey,
      createdAt: at,
      updatedAt: at,
      revision: 1,
      history: [entry],
      pending: [pending],
      ...more(at),
    };
    return insertOnce(store, deal);
  }

  return {
    /** The listing somebody may ask about. @throws the reason why they may not. */
    async target(actor: Actor, reference: string): Promise<ListingRecord> {
      const listing = await listings.get(reference);
      requesterOf(actor, listing);
      return listing;
    },

    /** Expresses interest; an answer is promised within five working days. */
    request: (request: DealRequest): Promise<DealRecord> =>
      begin(request, 'request', () => ({
        waitingFor: 'owner',
        dueAt: endOfDay(workingDaysAfter(today(clock), ANSWER_WORKING_DAYS)),
      })),

    /**
     * Written notice to the patentee under an announced open licence (Patent Law art. 51): numbered,
     * dated, with the announced terms as they are. It needs no acceptance; payment and effect follow.
     */
    async giveNotice(request: DealRequest, use: string): Promise<DealRecord> {
      const { offer } = await listings.get(request.listing);
      if (offer === null || !isOpen(offer) || offer.announcementNumber === null)
        throw blocked('deals:notOpen');
      const { announcementNumber, terms } = offer;
      const notice = (givenAt: Date): LicenceNotice => ({
        state: 'notice-sent',
        givenAt,
        deliveredAt: null,
        announcementNumber,
        terms: terms ?? {},
        use,
      });
      return begin(request, 'give-notice', (at) => ({
        state: 'contact',
        notice: notice(at),
        waitingFor: 'owner',
      }));
    },
  };
}

export type DealRequests = ReturnType<typeof createDealRequests>;

/** Of two equal submissions at once the second gets the deal of the first. */
async function insertOnce(store: DealStore, deal: DealRecord): Promise<DealRecord> {
  try {
    await store.insert(deal);
    return deal;
  } catch (error) {
    const first = deal.submissionKey ? await store.findSubmission(deal.submissionKey) : null;
    if (first === null) throw error;
    return first;
  }
}

const BEGINNING = {
  state: 'interest',
  isOverdue: false,
  disclosures: [],
  messages: [],
  proposals: [],
  agreement: null,
  notice: null,
  outcome: null,
  waitingFor: null,
  dueAt: null,
  remindedAt: null,
  answeredAt: null,
} satisfies Partial<DealRecord>;

/** Whose request it is. What is not public does not exist for others; nobody asks themselves. */
function requesterOf({ membership }: Actor, listing: ListingRecord): string {
  if (membership === null) throw forbidden('deals:needsOrganisation');
  if (listing.publication !== 'published' || listing.visibility === 'silent') throw notFound();
  if (membership.organisationId === listing.organisationId) throw blocked('deals:ownListing');
  return membership.organisationId;
}

function sides(
  request: DealRequest,
  requester: OrganisationRecord,
  owner: OrganisationRecord,
  listing: ListingRecord,
) {
  return {
    requester: { organisationId: requester._id, isAnonymous: request.isAnonymous ?? false },
    owner: { organisationId: owner._id, isAnonymous: listing.visibility !== 'public' },
    organisationIds: [requester._id, owner._id],
    regionPaths: { requester: requester.regionPath, owner: owner.regionPath },
    deskRegions: [...new Set([...requester.regionPath, ...owner.regionPath])],
  };
}
