import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '../../server/accounts/demoPassword.ts';
import { demoAccounts } from '../../server/demo/demoAccounts.ts';
import { hasDemoAccounts, isEmptyStore, loadDemo } from '../../server/demo/loadDemo.ts';
import { verifyChain } from '../../server/relay/hashChain.ts';
import { driftCount } from '../../server/search/reconcile.ts';
import { dealStates } from '../../server/vocabulary/dealStates.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { createScanWatch } from './scansLittle.ts';

/** What deals can be before they are signed. */
const BEFORE_SIGNING = ['public-notice', 'signed', 'implemented', 'industrialised'];

const distinct = (values: (string | null)[]) => [...new Set(values)].sort();

describe('the demo', function () {
  this.timeout(120_000);
  let app: TestApp;
  const scans = createScanWatch();
  before(async () => {
    app = await startApp({
      start: '2026-11-24T04:00:00Z',
      variables: { DEMO: '1' },
      onQuery: scans.onQuery,
    });
    assert.equal(await isEmptyStore(app.services), true);
    assert.equal(await hasDemoAccounts(app.services), false);
    const { services, models, clock } = app;
    const loaded = await loadDemo({ services, models, clock });
    assert.deepEqual(
      { ...loaded, events: 0, patents: 0 },
      { accounts: demoAccounts.length, organisations: 14, listings: 100, patents: 0, events: 0 },
    );
  });
  after(() => app.close());

  it('has listings in every state of publication, of review and of an offer', async () => {
    const listings = await app.services.stores.listings.after('', 200);
    assert.deepEqual(distinct(listings.map(({ publication }) => publication)), [
      'concluded',
      'expired',
      'never',
      'published',
      'suspended',
      'withdrawn',
    ]);
    assert.deepEqual(distinct(listings.map(({ review }) => review)), [
      'city-checked',
      'none',
      'rejected',
      'returned',
      'submitted',
    ]);
    assert.deepEqual(distinct(listings.flatMap(({ offer }) => offer?.state ?? [])), [
      'announced',
      'filed',
      'prepared',
      'refused',
      'withdrawing',
      'withdrawn',
    ]);
    assert.deepEqual(distinct(listings.map(({ visibility }) => visibility)), [
      'anonymous',
      'public',
      'silent',
    ]);
    assert.ok(
      listings.some(({ publication, review }) => publication === 'published' && review === 'submitted'),
    );
    assert.ok(
      listings.some(({ proposal }) => proposal !== null),
      'one waits for its own house',
    );
    assert.ok(listings.filter(({ publication }) => publication === 'published').length >= 70);
  });

  it('has organisations in every state of verification', async () => {
    const organisations = await app.services.stores.organisations.after('', 50);
    assert.deepEqual(distinct(organisations.map(({ verification }) => verification)), [
      'none',
      'requested',
      'revoked',
      'verified',
    ]);
  });

  it('has deals from first interest to agreed terms and to every end', async () => {
    const deals = await app.services.stores.deals.after('', 50);
    const expected = dealStates.codes.filter((code) => !BEFORE_SIGNING.includes(code)).sort();
    assert.deepEqual(distinct(deals.map(({ state }) => state)), expected);
    assert.ok(deals.some(({ isOverdue }) => isOverdue));
    assert.ok(deals.some(({ notice }) => notice?.state === 'notice-delivered'));
  });

  it('suggests good pairs for at least fifteen demands, of which people decided some', async () => {
    const matches = await app.services.matching.store.after('', 500);
    const good = matches.filter(({ score, isBlocked }) => score >= 500 && !isBlocked);
    assert.ok(new Set(good.map(({ demand }) => demand)).size >= 15, `${good.length} good pairs`);
    assert.deepEqual(distinct(matches.map(({ state }) => state)), ['approved', 'dismissed', 'suggested']);
    assert.ok(matches.filter(({ state }) => state === 'approved').length >= 8);
    const counted = distinct(matches.map(({ evidence }) => evidence.versions.statistics));
    assert.equal(counted.length, 1, counted.join(', '));
    assert.match(counted[0] ?? '', /^s\d+-/);
  });

  it('has a whole log and indexes that agree with the store', async () => {
    const verification = await verifyChain(app.services.stores.eventLog.all());
    assert.equal(verification.broken, null);
    assert.ok(verification.rows > 600);
    for (const index of ['public', 'matching'] as const)
      assert.equal(driftCount(await app.services.reconciler.drift(index)), 0, index);
  });

  it('plays its history in the order of time', async () => {
    let before = '';
    for await (const { at } of app.services.stores.eventLog.all()) {
      const day = at.toISOString().slice(0, 10);
      assert.ok(day >= before, `${day} after ${before}`);
      before = day;
    }
  });

  it('has a funnel that only narrows, with looks at the listings', async () => {
    const counts = (await app.services.statistics.funnel()).map(({ count }) => count);
    assert.ok(
      counts.every((count, index) => count > 0 && count <= (counts[index - 1] ?? count)),
      counts.join(', '),
    );
  });

  it('writes no letter', async () => {
    const letters = await readdir(join(app.directory, 'mail')).catch(() => []);
    assert.deepEqual(letters, []);
  });

  it('lets every account sign in with the one password', async () => {
    const [first] = demoAccounts;
    const { signIn } = app.services.accounts;
    assert.equal((await signIn.verify(first?.mail ?? '', DEMO_PASSWORD)).account?.isDemo, true);
    const kept = await app.services.accounts.demoAccounts();
    assert.equal(kept.length, demoAccounts.length);
    assert.equal(new Set(kept.map(({ passwordHash }) => passwordHash)).size, 1);
  });

  it('is only loaded into an empty store', async () => {
    const { services, models, clock } = app;
    await assert.rejects(loadDemo({ services, models, clock }), /not empty/);
    assert.equal(await hasDemoAccounts(services), true);
  });

  scans.define(() => app);
});
