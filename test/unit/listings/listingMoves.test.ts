import assert from 'node:assert/strict';
import type { ListingRecord, Publication, Review } from '../../../models/records.ts';
import { ApplicationError } from '../../../server/errors.ts';
import { allowedListingEvents, listingParties } from '../../../server/listings/listingPermissions.ts';
import { LISTING_EVENTS } from '../../../server/listings/listingWorkflow.ts';
import { CHECKLIST } from '../../../server/review/checklist.ts';
import {
  completeContent,
  listingRecord,
  OWNER,
  organisation,
  version,
} from '../../support/listingRecords.ts';
import { createListingWorld, type PersonName, people } from '../../support/listingWorld.ts';

const REVIEWS: Review[] = ['none', 'submitted', 'city-checked', 'returned', 'rejected'];
const KEPT: Publication[] = ['never', 'published', 'suspended', 'withdrawn', 'expired', 'concluded'];
const PUBLICATIONS: Publication[] = [...KEPT, 'discarded'];
const NAMES = Object.keys(people) as PersonName[];

const HOUSE: PersonName[] = ['member', 'approver', 'admin', 'ownOperator'];
const APPROVERS: PersonName[] = ['approver', 'admin'];
const WAITING: Review[] = ['submitted', 'city-checked'];
const NOT_WAITING: Review[] = ['none', 'returned', 'rejected'];
const OPERATORS: PersonName[] = ['cityReviewer', 'provinceReviewer'];

interface Expectation {
  reviews?: Review[];
  publications?: Publication[];
  /** Who may; `turn` is whoever's turn the review is, `clock` nobody of flesh and blood. */
  who: PersonName[] | 'turn' | 'clock';
}

/** Who may do what when, written down apart from the workflow tables. */
const EXPECTED: Record<string, Expectation> = {
  save: { reviews: NOT_WAITING, who: HOUSE },
  discard: { reviews: NOT_WAITING, who: HOUSE },
  propose: { reviews: ['none', 'returned'], who: HOUSE },
  'hand-back': { reviews: ['none', 'returned'], who: APPROVERS },
  submit: { reviews: ['none', 'returned'], who: HOUSE },
  apply: { reviews: ['none'], who: HOUSE },
  repost: { reviews: ['none'], publications: ['withdrawn'], who: HOUSE },
  'take-back': { reviews: WAITING, who: HOUSE },
  recommend: { reviews: ['submitted'], who: 'turn' },
  approve: { reviews: WAITING, who: 'turn' },
  return: { reviews: WAITING, who: 'turn' },
  reject: { reviews: WAITING, who: 'turn' },
  appeal: { reviews: ['rejected'], who: HOUSE },
  suspend: { publications: ['published'], who: [...OPERATORS, 'supervisor'] },
  restore: { publications: ['suspended'], who: [...OPERATORS, 'supervisor'] },
  withdraw: { publications: ['published', 'suspended'], who: HOUSE },
  expire: { publications: ['published'], who: 'clock' },
  renew: { publications: ['published', 'expired'], who: HOUSE },
  conclude: { publications: ['published'], who: [...HOUSE, ...OPERATORS] },
  remind: { publications: ['published', 'suspended'], who: 'clock' },
};

function listingIn(review: Review, publication: Publication): ListingRecord {
  const isWaiting = WAITING.includes(review);
  return listingRecord({
    _id: `${review}/${publication}`,
    review,
    publication,
    live:
      publication === 'never' || publication === 'discarded' ? null : version(completeContent('achievement')),
    draft: version(completeContent('achievement', { title: { zh: '改过的名称' } }), 2),
    proposal: { at: new Date(), by: 'member' },
    reviewLevel: !isWaiting ? null : review === 'submitted' ? 'city' : 'province',
    reviewRegionPath: isWaiting ? ['21', '2101'] : [],
  });
}

function mayDo(event: string, listing: ListingRecord, name: PersonName): 'yes' | 'forbidden' | 'blocked' {
  const { reviews = REVIEWS, publications = KEPT, who } = EXPECTED[event] ?? { who: [] };
  if (!reviews.includes(listing.review) || !publications.includes(listing.publication)) return 'blocked';
  if (who === 'clock') return 'forbidden';
  const turn: PersonName = listing.reviewLevel === 'city' ? 'cityReviewer' : 'provinceReviewer';
  const admitted = who === 'turn' ? [turn] : who;
  return admitted.includes(name) ? 'yes' : 'forbidden';
}

describe('who may do what to a listing in which state', () => {
  it('knows every event of both tables', () => {
    assert.deepEqual(Object.keys(EXPECTED).sort(), [...LISTING_EVENTS].sort());
  });

  for (const event of LISTING_EVENTS) {
    it(`${event}: every person in every state gets what the list of rights says, and buttons say the same`, async () => {
      for (const review of REVIEWS)
        for (const publication of PUBLICATIONS)
          for (const name of NAMES) {
            const world = createListingWorld();
            const listing = await world.put(listingIn(review, publication));
            const outcome = await attempt(world, listing, event, name);
            const expected = mayDo(event, listing, name);
            const where = `${name} ${event} ${listing._id}`;
            assert.equal(outcome === 'guarded' ? 'yes' : outcome, expected, where);
            const parties = listingParties(people[name], listing, organisation());
            assert.equal(
              allowedListingEvents(listing, parties).includes(event),
              expected === 'yes',
              `button: ${where}`,
            );
            if (expected !== 'yes')
              assert.deepEqual(await world.store.get(listing._id), listing, `nothing written: ${where}`);
          }
    });
  }

  it('gives a visitor nothing at all', () => {
    for (const review of REVIEWS)
      for (const publication of PUBLICATIONS) {
        const listing = listingIn(review, publication);
        assert.deepEqual(allowedListingEvents(listing, listingParties(null, listing, organisation())), []);
      }
  });
});

/** Tries an event with everything it needs; a guard that refuses says `guarded`. */
async function attempt(
  { moves }: ReturnType<typeof createListingWorld>,
  listing: ListingRecord,
  event: string,
  name: PersonName,
): Promise<string> {
  const filled = { reason: 'incomplete', text: '请补充', checklist: CHECKLIST[listing.kind] };
  try {
    await moves.move({
      actor: people[name],
      reference: listing._id,
      revision: listing.revision,
      event,
      ...filled,
    });
    return 'yes';
  } catch (error) {
    assert.ok(error instanceof ApplicationError, String(error));
    if (error.kind === 'blocked') return error.explanation === 'listings:notPossible' ? 'blocked' : 'guarded';
    return error.kind === 'invalid' ? 'guarded' : error.kind;
  }
}

describe('a house that approves its own submissions first', () => {
  const house = () => createListingWorld({ owner: { requiresApproval: true } });
  const draft = () => listingRecord({ _id: 'A', draft: version(completeContent('achievement')) });

  it('lets a member propose and an approver submit', async () => {
    const { moves, put } = house();
    await put(draft());
    await assert.rejects(moves.move({ actor: people.member, reference: 'A', revision: 1, event: 'submit' }), {
      kind: 'forbidden',
    });
    const proposed = await moves.move({
      actor: people.member,
      reference: 'A',
      revision: 1,
      event: 'propose',
    });
    assert.equal(proposed.proposal?.by, 'member');
    assert.equal(proposed.review, 'none');
    const submitted = await moves.move({
      actor: people.approver,
      reference: 'A',
      revision: 2,
      event: 'submit',
    });
    assert.equal(submitted.review, 'submitted');
    assert.equal(submitted.proposal, null);
  });

  it('lets nobody but its approvers submit, post again, appeal or update at once', () => {
    const rules = organisation({ requiresApproval: true });
    for (const review of REVIEWS)
      for (const publication of PUBLICATIONS)
        for (const name of HOUSE) {
          const listing = listingIn(review, publication);
          const events = allowedListingEvents(listing, listingParties(people[name], listing, rules));
          const submissions = events.filter((event) =>
            ['submit', 'apply', 'repost', 'appeal'].includes(event),
          );
          const expected = APPROVERS.includes(name)
            ? ['submit', 'apply', 'repost', 'appeal'].filter((event) => mayDo(event, listing, name) === 'yes')
            : [];
          assert.deepEqual([...submissions].sort(), expected.sort(), `${name} ${listing._id}`);
        }
  });

  it('takes a proposal back when the text changes or the approver hands it back', async () => {
    const { moves, drafts, put } = house();
    await put({ ...draft(), proposal: { at: new Date(), by: 'member' } });
    const saved = await drafts.save({
      actor: people.member,
      reference: 'A',
      revision: 1,
      changes: { title: { zh: '新名称' } },
    });
    assert.equal(saved.proposal, null);
    await assert.rejects(
      moves.move({ actor: people.approver, reference: 'A', revision: 2, event: 'hand-back' }),
      {
        explanation: 'listings:notProposed',
      },
    );
  });

  it('does not propose where no approval is wanted', async () => {
    const { moves, put } = createListingWorld();
    await put(draft());
    await assert.rejects(
      moves.move({ actor: people.member, reference: 'A', revision: 1, event: 'propose' }),
      {
        explanation: 'listings:noHouseApproval',
      },
    );
  });
});

describe('somebody who was not first', () => {
  it('is told of the conflict and changes nothing', async () => {
    const { moves, store, put } = createListingWorld();
    await put(listingRecord({ _id: 'A' }));
    const both = await Promise.allSettled([
      moves.move({ actor: people.member, reference: 'A', revision: 1, event: 'submit' }),
      moves.move({ actor: people.approver, reference: 'A', revision: 1, event: 'submit' }),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const refusal = both.find((result) => result.status === 'rejected')?.reason;
    assert.equal(refusal.kind, 'conflict');
    const { revision, history, pending } = await store.get('A');
    assert.deepEqual([revision, history.length, pending.length], [2, 1, 1]);
  });
});

describe('the office post of somebody who belongs to the owner', () => {
  it('counts for nothing on the own listing', () => {
    const parties = listingParties(
      people.ownOperator,
      { ...listingIn('city-checked', 'never'), organisationId: OWNER },
      organisation(),
    );
    assert.deepEqual([...parties].sort(), ['member', 'submitter']);
  });
});
