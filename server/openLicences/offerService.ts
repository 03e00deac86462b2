import type { Content, ListingRecord, Offer, OrganisationRecord } from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import { fieldsOf } from '../catalogue/catalogue.ts';
import { type Clock, today } from '../clock.ts';
import { blocked, conflict, forbidden, invalid, notFound } from '../errors.ts';
import { listingParties } from '../listings/listingPermissions.ts';
import type { ListingStore } from '../listings/listingStore.ts';
import type { PatentClaims } from '../patents/patentClaims.ts';
import type { PatentStore } from '../patents/patentStore.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import { openLicenceEndCauses } from '../vocabulary/openLicenceEndCauses.ts';
import { openLicenceRefusals } from '../vocabulary/openLicenceRefusals.ts';
import type { Transition } from '../workflow/workflow.ts';
import { offerObstacles } from './offerObstacles.ts';
import { isOpen, offerWorkflow } from './offerWorkflow.ts';

export interface OfferMove {
  actor: Actor;
  reference: string;
  revision: number;
  event: string;
  /** Receipt or announcement number, and its day. */
  number?: string | null;
  on?: string | null;
  /** A code: of `openLicenceRefusals` for a refusal, of `openLicenceEndCauses` for the end. */
  reason?: string | null;
  /** What people should know besides; stays in the history. */
  text?: string | null;
}

interface OfferParts {
  store: ListingStore;
  patents: PatentStore;
  claims: PatentClaims;
  getOwner: (organisationId: string) => Promise<OrganisationRecord>;
  recorder: ChangeRecorder;
  clock: Clock;
}

/** Moves an open-licence offer through its states, each with its evidence. */
export function createOfferService({ store, patents, claims, getOwner, recorder, clock }: OfferParts) {
  /** The claim on the patent comes first: two offers, or an offer and an exclusive licence, cannot both have it. */
  async function claimRight(move: OfferMove, listing: ListingRecord): Promise<void> {
    if (move.event !== 'announce') return;
    const [patent] = await patents.findMany(listing.patentIds);
    if (patent === undefined) throw notFound();
    const obstacle = offerObstacles(patent, listing.live?.content ?? {}, move.on ?? null)[0];
    if (obstacle) throw blocked('listings:offerObstacle', { obstacle });
    await claims.claim(move.actor, listing.patentIds, { kind: 'open-licence', by: listing._id });
  }

  /** Somebody else changed the listing after the claim: the claim stays only if it was the same announcement. */
  async function giveBack(move: OfferMove): Promise<void> {
    const { offer, patentIds } = await store.get(move.reference);
    if (move.event === 'announce' && !isOpen(offer))
      await claims.release(move.actor, patentIds, move.reference);
  }

  return {
    async move(move: OfferMove): Promise<ListingRecord> {
      const listing = await store.get(move.reference);
      const { offer } = listing;
      if (offer === null || listing.live === null) throw notFound();
      const row = offerWorkflow.find(offer.state, move.event);
      if (row === null) throw blocked('listings:notPossible', { event: move.event });
      const parties = listingParties(move.actor, listing, await getOwner(listing.organisationId));
      const party = row.who.find((name) => parties.has(name));
      if (party === undefined) throw forbidden();
      refuseWithoutEvidence(row, move, today(clock));
      if (listing.revision !== move.revision) throw conflict();
      await claimRight(move, listing);
      const { at, update } = recorder.record('offer', {
        actor: move.actor,
        role: party,
        event: move.event,
        reason: move.reason ?? null,
        text: move.text ?? null,
        detail: { number: move.number ?? null, on: move.on ?? null },
      });
      const next = { ...offer, ...evidence(move, listing.live.content), state: row.to as Offer['state'] };
      const moved = await store.update(listing._id, listing.revision, {
        $set: { offer: next, updatedAt: at },
        ...update,
      });
      if (moved === null) {
        await giveBack(move);
        throw conflict();
      }
      if (row.to === 'withdrawn' || row.to === 'ended')
        await claims.release(move.actor, listing.patentIds, listing._id);
      return moved;
    },
  };
}

export type OfferService = ReturnType<typeof createOfferService>;

/** Which codes a reason can be, where one is needed. */
const REASONS: Record<string, { has: (code: string) => boolean }> = {
  refuse: openLicenceRefusals,
  end: openLicenceEndCauses,
};

function refuseWithoutEvidence(
  { guard = [], needsReason }: Transition,
  { event, number, on, reason }: OfferMove,
  day: string,
): void {
  const needsNumber = guard.includes('receipt') || guard.includes('announcement');
  const issues = [
    ...(needsNumber && !number ? [{ field: 'number', message: 'forms:required' }] : []),
    ...(needsNumber && !on ? [{ field: 'on', message: 'forms:required' }] : []),
    ...(on && on > day ? [{ field: 'on', message: 'offers:inFuture' }] : []),
    ...(needsReason && !reason ? [{ field: 'reason', message: 'forms:required' }] : []),
    ...(needsReason && reason && !REASONS[event]?.has(reason)
      ? [{ field: 'reason', message: 'forms:unknownCode' }]
      : []),
  ];
  if (issues.length > 0) throw invalid(issues);
}

/** What each event adds; the terms are frozen on the day of the announcement and never change afterwards. */
function evidence(
  { event, number = null, on = null, reason = null }: OfferMove,
  content: Content,
): Partial<Offer> {
  if (event === 'file') return { receiptNumber: number, filedOn: on };
  if (event === 'announce')
    return { announcementNumber: number, announcedOn: on, terms: declaredTerms(content) };
  if (event === 'announce-withdrawal') return { withdrawnOn: on };
  return event === 'refuse' || event === 'end' ? { cause: reason } : {};
}

/** The terms of a declaration: patent, payment, period, other matters (Implementing Regulations r85). */
function declaredTerms(content: Content): Content {
  const names = fieldsOf('open-licence').filter(
    (field) => field.step === 'terms' || field.name === 'patents',
  );
  return Object.fromEntries(
    names.map(({ name }) => [name, content[name]]).filter(([, value]) => value !== undefined),
  );
}
