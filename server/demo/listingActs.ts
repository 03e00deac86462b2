import type { ListingRecord } from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import { shanghaiDate } from '../clock.ts';
import { lastReviewLevel } from '../listings/listingPlace.ts';
import { CHECKLIST } from '../review/checklist.ts';
import { type Act, act, type Cast, houseIdOf } from './cast.ts';
import { demoContent, demoPatentId } from './demoContent.ts';
import { keepDemoFile } from './demoFiles.ts';
import type { AnyDemoListing, DemoPatent, OfferStep, Step } from './demoTypes.ts';
import type { Stage } from './stage.ts';

/** The life of one listing as acts of the product's own services. */
export function listingActs(stage: Stage, cast: Cast, listing: AnyDemoListing): Act[] {
  const nameOf = ({ event }: { event: string }) => `${listing.key}: ${event}`;
  const steps = listing.story.map((step) =>
    act(step.daysAgo, nameOf(step), () =>
      step.event === 'start' ? start(stage, cast, listing) : take(stage, cast, listing, step),
    ),
  );
  if (listing.kind !== 'open-licence') return steps;
  const offerSteps = listing.offer.map((step) =>
    act(step.daysAgo, nameOf(step), () => moveOffer(stage, cast, listing, step)),
  );
  return [...steps, ...offerSteps];
}

async function start(stage: Stage, cast: Cast, listing: AnyDemoListing): Promise<void> {
  const { listings, time } = stage;
  const actor = await cast.author(listing.owner);
  for (const patent of patentsOf(listing)) await describePatent(stage, actor, listing, patent);
  const files = [];
  for (const file of listing.files ?? []) files.push(await keepDemoFile(stage.files, file));
  const draft = await listings.drafts.start({
    actor,
    kind: listing.kind,
    content: demoContent(listing, { day: time.day, files }),
    originalLanguage: listing.language ?? 'zh',
  });
  cast.references.set(listing.key, draft._id);
}

async function take(
  { listings, levels }: Stage,
  cast: Cast,
  { key, kind, owner }: AnyDemoListing,
  step: Step,
): Promise<void> {
  const before = await cast.listing(key);
  const { _id: reference, revision } = before;
  // Where no city operator covers the place, a submission waits at the last level already.
  if (step.event === 'recommend' && before.reviewLevel === lastReviewLevel(levels)) return;
  const actor = await actorOfStep(cast, step, owner, before);
  if (step.event === 'save' && actor)
    await listings.drafts.save({ actor, reference, revision, changes: step.changes ?? {} });
  else
    await listings.moves.move({
      actor,
      reference,
      revision,
      event: step.event,
      reason: step.reason ?? null,
      text: step.text ?? null,
      checklist: step.event === 'approve' ? CHECKLIST[kind] : [],
    });
}

async function actorOfStep(
  cast: Cast,
  { by }: Step,
  owner: AnyDemoListing['owner'],
  listing: ListingRecord,
): Promise<Actor | null> {
  if (by === 'clock') return null;
  if (by === 'house') return cast.author(owner);
  if (by === 'submitter') return cast.submitter(owner);
  return by === 'reviewer' ? cast.reviewer(listing) : cast.provinceOperator(listing.regionPath);
}

async function moveOffer(
  { listings, time }: Stage,
  cast: Cast,
  { key, owner }: AnyDemoListing,
  step: OfferStep,
): Promise<void> {
  const { _id: reference, revision, regionPath } = await cast.listing(key);
  await listings.offers.move({
    actor: await (step.by === 'house' ? cast.author(owner) : cast.provinceOperator(regionPath)),
    reference,
    revision,
    event: step.event,
    number: step.number ?? null,
    on: shanghaiDate(time.clock.now()),
    reason: step.reason ?? null,
  });
}

function patentsOf(listing: AnyDemoListing): DemoPatent[] {
  if (listing.kind === 'demand') return [];
  return listing.kind === 'open-licence' ? [listing.patent] : (listing.patents ?? []);
}

async function describePatent(
  { listings, time }: Stage,
  actor: Actor,
  listing: AnyDemoListing,
  patent: DemoPatent,
): Promise<void> {
  const id = demoPatentId(patent.body);
  await listings.patents.enter(actor, [id]);
  const { revision } = await listings.patents.get(id);
  const others = (patent.coOwners ?? []).map((owner) =>
    typeof owner === 'string' ? { organisationId: houseIdOf(owner) } : { name: owner },
  );
  await listings.patents.describe(actor, id, revision, {
    title: patent.title,
    publicationNumber: null,
    owners: [{ organisationId: houseIdOf(listing.owner) }, ...others],
    inventors: patent.inventors,
    ipc: listing.ipc ?? [],
    filedOn: patent.filedOn,
    grantedOn: patent.grantedOn,
    legalStatus: patent.legalStatus ?? (patent.grantedOn === null ? 'pending' : 'valid'),
    isInvalidationPending: patent.isInvalidationPending ?? false,
    hasEvaluationReport: patent.hasEvaluationReport ?? false,
    hasCoOwnerConsent: patent.hasCoOwnerConsent ?? false,
    declared: (patent.declared ?? []).map((encumbrance) => ({ ...encumbrance, by: 'declared' })),
    registerCheckedOn: shanghaiDate(time.clock.now()),
  });
}
