import assert from 'node:assert/strict';
import type { ListingRecord, Offer, PatentRecord } from '../../../models/records.ts';
import type { Actor } from '../../../server/accounts/actor.ts';
import type { ApplicationError } from '../../../server/errors.ts';
import type { OfferMove } from '../../../server/openLicences/offerService.ts';
import { completeContent, listingRecord, PATENT_ID, version } from '../../support/listingRecords.ts';
import { createListingWorld, type PersonName, people } from '../../support/listingWorld.ts';

const STATES: Offer['state'][] = [
  'prepared',
  'filed',
  'refused',
  'announced',
  'withdrawing',
  'withdrawn',
  'ended',
];
const HOUSE: PersonName[] = ['member', 'approver', 'admin', 'ownOperator'];
const OPERATORS: PersonName[] = ['cityReviewer', 'provinceReviewer'];

/** From, who and to for every event, written down apart from the workflow table (domain rules 5.2). */
const EXPECTED: Record<string, { from: Offer['state'][]; who: PersonName[]; to: Offer['state'] }> = {
  file: { from: ['prepared'], who: HOUSE, to: 'filed' },
  refuse: { from: ['filed'], who: OPERATORS, to: 'refused' },
  prepare: { from: ['refused'], who: HOUSE, to: 'prepared' },
  announce: { from: ['filed'], who: OPERATORS, to: 'announced' },
  'file-withdrawal': { from: ['announced'], who: HOUSE, to: 'withdrawing' },
  'announce-withdrawal': { from: ['withdrawing'], who: OPERATORS, to: 'withdrawn' },
  end: { from: ['announced', 'withdrawing'], who: OPERATORS, to: 'ended' },
};
const REASONS: Record<string, string> = { refuse: 'documents', end: 'period-over' };

const offerIn = (state: Offer['state'], change: Partial<Offer> = {}): Offer => ({
  state,
  regime: 'statutory',
  filedOn: null,
  receiptNumber: null,
  announcementNumber: null,
  announcedOn: null,
  withdrawnOn: null,
  terms: null,
  cause: null,
  ...change,
});

async function worldIn(state: Offer['state'], patent: Partial<PatentRecord> = {}, content = {}) {
  const world = createListingWorld();
  const listing = await world.put(
    listingRecord({
      _id: 'O-1',
      kind: 'open-licence',
      publication: 'published',
      live: version(completeContent('open-licence', content)),
      draft: null,
      patentIds: [PATENT_ID],
      offer: offerIn(state),
    }),
  );
  await world.putPatent(patent);
  const move = (event: string, actor: Actor, change: Partial<OfferMove> = {}): Promise<ListingRecord> =>
    world.offers.move({
      actor,
      reference: 'O-1',
      revision: listing.revision,
      event,
      number: 'GG-2026-12',
      on: '2026-02-27',
      reason: REASONS[event] ?? null,
      ...change,
    });
  const refusal = (event: string, actor: Actor, change: Partial<OfferMove> = {}): Promise<ApplicationError> =>
    move(event, actor, change).then(
      () => assert.fail(`${event} was let through`),
      (error: ApplicationError) => error,
    );
  return { ...world, move, refusal };
}

describe('an offer of an open licence', () => {
  for (const [event, { from, who, to }] of Object.entries(EXPECTED)) {
    it(`${event}: only by those who may, only from where it can happen`, async () => {
      for (const state of STATES)
        for (const name of Object.keys(people) as PersonName[]) {
          const { move, refusal, store } = await worldIn(state);
          if (from.includes(state) && who.includes(name)) {
            assert.equal((await move(event, people[name])).offer?.state, to, `${name} ${event} ${state}`);
            continue;
          }
          const { kind } = await refusal(event, people[name]);
          assert.equal(kind, from.includes(state) ? 'forbidden' : 'blocked', `${name} ${event} ${state}`);
          assert.equal((await store.get('O-1')).revision, 1);
        }
    });
  }

  it('is announced only with the number and the day of the announcement, which is not in the future', async () => {
    const { refusal } = await worldIn('filed');
    const operator = people.provinceReviewer;
    const fields = async (change: Partial<OfferMove>) =>
      (await refusal('announce', operator, change)).issues.map(({ field, message }) => `${field} ${message}`);
    assert.deepEqual(await fields({ number: null, on: null }), [
      'number forms:required',
      'on forms:required',
    ]);
    assert.deepEqual(await fields({ on: '2026-03-03' }), ['on offers:inFuture']);
  });

  it('freezes its terms and takes the right on the patent when announced', async () => {
    const { move, patents } = await worldIn('filed');
    const { offer } = await move('announce', people.provinceReviewer);
    assert.equal(offer?.announcementNumber, 'GG-2026-12');
    assert.equal(offer?.announcedOn, '2026-02-27');
    assert.deepEqual(offer?.terms?.price, { fen: 5_000_000, currency: 'CNY' });
    assert.deepEqual(offer?.terms?.patents, [PATENT_ID]);
    assert.equal(offer?.terms?.solution, undefined);
    assert.deepEqual(
      (await patents.get(PATENT_ID)).encumbrances.map(({ kind, by }) => [kind, by]),
      [['open-licence', 'O-1']],
    );
  });

  it('gives the right back when it is withdrawn or has ended, not while the withdrawal is under way', async () => {
    const held = {
      encumbrances: [{ kind: 'open-licence', by: 'O-1', since: '2026-01-05', hasConsent: true }],
    };
    const count = async (from: Offer['state'], event: string, actor: Actor) => {
      const { move, patents } = await worldIn(from, held);
      await move(event, actor);
      return (await patents.get(PATENT_ID)).encumbrances.length;
    };
    assert.equal(await count('announced', 'file-withdrawal', people.member), 1);
    assert.equal(await count('withdrawing', 'announce-withdrawal', people.provinceReviewer), 0);
    assert.equal(await count('announced', 'end', people.provinceReviewer), 0);
  });

  it('needs a known cause to end and a known reason to be refused', async () => {
    const ended = await worldIn('announced');
    assert.equal(
      (await ended.refusal('end', people.provinceReviewer, { reason: null })).issues[0]?.message,
      'forms:required',
    );
    assert.equal(
      (await ended.refusal('end', people.provinceReviewer, { reason: 'bored' })).issues[0]?.message,
      'forms:unknownCode',
    );
  });

  it('loses against an exclusive licence claimed at the same moment, or wins against it', async () => {
    const { move, claims, patents, store } = await worldIn('filed');
    const [announced, claimed] = await Promise.allSettled([
      move('announce', people.provinceReviewer),
      claims.claim(people.cityReviewer, [PATENT_ID], { kind: 'exclusive-licence', by: 'T-1' }),
    ]);
    assert.notEqual(announced.status, claimed.status);
    const { encumbrances } = await patents.get(PATENT_ID);
    assert.equal(encumbrances.length, 1);
    const isOpen = (await store.get('O-1')).offer?.state === 'announced';
    assert.equal(encumbrances[0]?.kind, isOpen ? 'open-licence' : 'exclusive-licence');
  });

  it('is announced once by two who announce at once, and keeps its right', async () => {
    const { move, patents, store } = await worldIn('filed');
    const both = await Promise.allSettled([
      move('announce', people.provinceReviewer),
      move('announce', people.cityReviewer),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal((await store.get('O-1')).offer?.state, 'announced');
    assert.equal((await patents.get(PATENT_ID)).encumbrances.length, 1);
  });
});

describe('an announcement is refused', () => {
  const cases: [string, Partial<PatentRecord>, object, string][] = [
    [
      'while the patent is only applied for',
      { legalStatus: 'pending', grantedOn: null },
      {},
      'pending-open-licence',
    ],
    ['when dated before the grant', { grantedOn: '2026-02-28' }, {}, 'pending-open-licence'],
    ['with fees unpaid', { legalStatus: 'fee-grace' }, {}, 'fee-grace-open-licence'],
    [
      'with a pledge and no consent',
      { encumbrances: [{ kind: 'pledge', by: 'declared', since: '2024-01-01', hasConsent: false }] },
      {},
      'pledged-open-licence',
    ],
    [
      'without the consent of co-owners',
      { owners: [{ name: { zh: '甲' } }, { name: { zh: '乙' } }] },
      {},
      'co-owned-consent',
    ],
    [
      'without a report on a utility model',
      { kind: 'utility-model', filedOn: '2022-07-21' },
      {},
      'report-missing',
    ],
    ['with a period longer than the patent lives', {}, { periodTo: '2037-07-21' }, 'period-past-expiry'],
  ];
  for (const [what, patent, content, obstacle] of cases) {
    it(what, async () => {
      const { refusal, patents } = await worldIn('filed', patent, content);
      const { kind, values } = await refusal('announce', people.provinceReviewer);
      assert.deepEqual([kind, values.obstacle], ['blocked', obstacle]);
      assert.deepEqual((await patents.get(PATENT_ID)).encumbrances, patent.encumbrances ?? []);
    });
  }

  it('but not for a fee above what is usual: that is only a warning', async () => {
    const { move } = await worldIn('filed', {}, { price: { fen: 2_000_000_001, currency: 'CNY' } });
    assert.equal((await move('announce', people.provinceReviewer)).offer?.state, 'announced');
  });
});
