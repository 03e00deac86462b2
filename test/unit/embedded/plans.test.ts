import assert from 'node:assert/strict';
import { openStoreForTest, type TestStore } from './openStoreForTest.ts';

const COUNT = 2_000;
const AT = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000);

/** A little of everything the product looks for. */
function document(n: number) {
  return {
    _id: `L${String(n).padStart(6, '0')}`,
    kind: ['achievement', 'patent', 'demand'][n % 3],
    publication: n % 10 === 0 ? 'never' : 'published',
    publishedAt: n % 10 === 0 ? null : AT(n),
    organisationId: `o${n % 100}`,
    regionPath: ['37', `37${n % 17}`],
    review: n % 50 === 0 ? 'submitted' : 'none',
    dueAt: n % 50 === 0 ? AT(n) : null,
    slug: `slug-${n}`,
    ...(n % 20 === 0 ? { externalKey: `x${n}` } : {}),
    memberships: [
      { organisationId: `o${n % 100}`, role: n % 2 ? 'admin' : 'member' },
      { organisationId: 'all' },
    ],
    pending: n % 400 === 0 ? [{ id: `e${n}`, at: AT(n) }] : [],
  };
}

describe('which rows a read looks at', () => {
  let store: TestStore;
  before(async () => {
    store = await openStoreForTest();
    const things = store.collection();
    await things.createIndex({ kind: 1, publication: 1, publishedAt: -1 });
    await things.createIndex({ publication: 1, publishedAt: -1 });
    await things.createIndex({ organisationId: 1, publishedAt: -1 });
    await things.createIndex({ review: 1, regionPath: 1, dueAt: 1 });
    await things.createIndex({ slug: 1 }, { unique: true });
    await things.createIndex({ externalKey: 1 }, { unique: true, sparse: true });
    await things.createIndex({ 'memberships.organisationId': 1 });
    await things.createIndex({ 'pending.at': 1 });
    await things.insertMany(Array.from({ length: COUNT }, (_, n) => document(n)) as never[]);
  });
  after(() => store.close());

  interface Expected {
    index: string | null;
    most: number;
    returned: number;
  }

  async function check(filter: object, options: object, { index, most, returned }: Expected) {
    const documents = await store.collection().find(filter, options).toArray();
    const report = store.lastReport();
    assert.equal(documents.length, returned);
    assert.deepEqual([report?.collection, report?.operation, report?.index], ['things', 'find', index]);
    assert.ok((report?.seen ?? 0) <= most, `${report?.seen} rows seen`);
    return documents;
  }

  it('one by _id or by a unique field', async () => {
    await check({ _id: 'L000007' }, {}, { index: '_id_', most: 1, returned: 1 });
    await check({ slug: 'slug-7' }, {}, { index: 'slug_1', most: 1, returned: 1 });
    await check({ externalKey: 'x40' }, {}, { index: 'externalKey_1', most: 1, returned: 1 });
    await check(
      { _id: { $in: ['L000007', 'L000003', 'none'] } },
      {},
      { index: '_id_', most: 2, returned: 2 },
    );
  });

  it('a page in the order of an index, both ways, without reading more', async () => {
    const filter = { kind: 'patent', publication: 'published' };
    const index = 'kind_1_publication_1_publishedAt_-1';
    const newest = await check(
      filter,
      { sort: { publishedAt: -1 }, limit: 20 },
      { index, most: 20, returned: 20 },
    );
    assert.equal(newest[0]?._id, 'L001999');
    const oldest = await check(
      filter,
      { sort: { publishedAt: 1 }, limit: 20, skip: 20 },
      { index, most: 64, returned: 20 },
    );
    assert.ok(oldest[0]?.publishedAt < oldest[19]?.publishedAt);
  });

  it('a page although the tie is broken the other way', async () => {
    const filter = { publication: 'published' };
    const options = { sort: { publishedAt: -1, _id: 1 }, limit: 20 };
    await check(filter, options, { index: 'publication_1_publishedAt_-1', most: 64, returned: 20 });
  });

  it('a page of several kinds', async () => {
    const filter = { kind: { $in: ['patent', 'demand'] }, publication: 'published' };
    const page = await check(
      filter,
      { sort: { publishedAt: -1 }, limit: 10 },
      {
        index: 'kind_1_publication_1_publishedAt_-1',
        most: 64,
        returned: 10,
      },
    );
    assert.deepEqual(
      page.slice(0, 3).map(({ _id }) => _id),
      ['L001999', 'L001997', 'L001996'],
    );
  });

  it('the next page by key', async () => {
    const after = { publishedAt: AT(1000), _id: 'L001000' };
    const filter = {
      publication: 'published',
      $or: [
        { publishedAt: { $lt: after.publishedAt } },
        { publishedAt: after.publishedAt, _id: { $lt: after._id } },
      ],
    };
    const page = await check(
      filter,
      { sort: { publishedAt: -1, _id: -1 }, limit: 10 },
      {
        index: 'publication_1_publishedAt_-1',
        most: 64,
        returned: 10,
      },
    );
    assert.equal(page[0]?._id, 'L000999');
  });

  it('a range and a queue', async () => {
    const range = { publication: 'published', publishedAt: { $gte: AT(100), $lt: AT(111) } };
    await check(range, {}, { index: 'publication_1_publishedAt_-1', most: 10, returned: 9 });
    const queue = { review: 'submitted', regionPath: '37', dueAt: { $lte: AT(COUNT) } };
    await check(
      queue,
      { sort: { dueAt: 1 }, limit: 5 },
      { index: 'review_1_regionPath_1_dueAt_1', most: 32, returned: 5 },
    );
    await check(
      { dueAt: { $ne: null }, review: 'submitted', regionPath: '37' },
      {},
      {
        index: 'review_1_regionPath_1_dueAt_1',
        most: 40,
        returned: 40,
      },
    );
  });

  it('documents by a field of the objects in an array', async () => {
    await check(
      { 'memberships.organisationId': 'o7' },
      {},
      { index: 'memberships.organisationId_1', most: 20, returned: 20 },
    );
    await check(
      { memberships: { $elemMatch: { organisationId: 'o7', role: 'admin' } } },
      {},
      {
        index: 'memberships.organisationId_1',
        most: 20,
        returned: 20,
      },
    );
    await check(
      { 'pending.at': { $gt: new Date(0) } },
      { sort: { 'pending.at': 1 } },
      {
        index: 'pending.at_1',
        most: 5,
        returned: 5,
      },
    );
    await check(
      { 'pending.at': { $gt: new Date(0), $lt: AT(500) } },
      {},
      { index: 'pending.at_1', most: 5, returned: 2 },
    );
  });

  it('alternatives, each by its index', async () => {
    const filter = { $or: [{ slug: 'slug-1' }, { externalKey: 'x20' }, { _id: 'L000001' }] };
    await check(filter, {}, { index: 'slug_1 | externalKey_1 | _id_', most: 3, returned: 2 });
  });

  it('the beginning of a text', async () => {
    await check({ slug: /^slug-199/ }, {}, { index: 'slug_1', most: 11, returned: 11 });
    await check({ slug: { $regex: '^slug\\-19.5' } }, {}, { index: 'slug_1', most: 111, returned: 10 });
    await check(
      { externalKey: { $exists: true } },
      { limit: 3 },
      { index: 'externalKey_1', most: 32, returned: 3 },
    );
  });

  it('counts by an index alone', async () => {
    assert.equal(await store.collection().countDocuments({ kind: 'patent', publication: 'published' }), 600);
    assert.equal(store.lastReport()?.seen, 0);
    assert.equal(await store.collection().countDocuments({ 'memberships.organisationId': 'all' }), COUNT);
    assert.equal(store.lastReport()?.seen, 0);
    assert.equal(
      await store.collection().countDocuments({ publication: 'published', publishedAt: { $lt: AT(20) } }),
      18,
    );
    assert.equal(store.lastReport()?.seen, 0);
  });

  it('the index that leaves the fewest rows', async () => {
    const filter = { publication: 'published', organisationId: 'o7' };
    await check(
      filter,
      { sort: { publishedAt: -1 }, limit: 5 },
      {
        index: 'organisationId_1_publishedAt_-1',
        most: 32,
        returned: 5,
      },
    );
  });

  it('everything when no index helps, with a warning above a number of rows', async () => {
    const warned: unknown[] = [];
    const other = await openStoreForTest({ warnAbove: 50, onLargeScan: (report) => warned.push(report) });
    await other.collection().insertMany(Array.from({ length: 60 }, (_, n) => ({ n })));
    await other
      .collection()
      .find({ n: { $lt: 30 } })
      .toArray();
    assert.deepEqual(warned, []);
    await other.collection().findOne({ n: 59 });
    assert.deepEqual(warned, [
      { collection: 'things', operation: 'findOne', index: null, seen: 60, returned: 1 },
    ]);
    await other.close();
  });
});
