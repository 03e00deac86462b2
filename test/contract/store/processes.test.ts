import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openStoreForTest, type TestStore } from '../../unit/embedded/openStoreForTest.ts';

const SCRIPT = join(import.meta.dirname, 'secondProcess.ts');

describe('an embedded store used by two processes', () => {
  let store: TestStore;
  beforeEach(async () => {
    store = await openStoreForTest();
  });
  afterEach(() => store.close());

  const run = async (task: string) => {
    const child = spawn(process.execPath, [SCRIPT, task, store.directory], { stdio: 'inherit' });
    const [code] = await once(child, 'close');
    assert.equal(code, 0);
  };

  it('loses no change of either', async () => {
    const things = store.collection();
    let isRunning = true;
    const beside = run('count').then(() => {
      isRunning = false;
    });
    let own = 0;
    while (isRunning) {
      await things.updateOne({ _id: 'counter' as never }, { $inc: { value: 1 } }, { upsert: true });
      own++;
    }
    await beside;
    assert.equal((await things.findOne({}))?.value, own + 200);
  });

  it('keeps and uses an index that the other one made', async () => {
    const things = store.collection();
    await things.insertMany(Array.from({ length: 500 }, (_, n) => ({ slug: `s${n}` })));
    await run('index');
    assert.equal((await things.findOne({ slug: 's499' }))?.slug, 's499');
    assert.deepEqual([store.lastReport()?.index, store.lastReport()?.seen], ['fromOutside', 1]);
    await assert.rejects(things.insertOne({ slug: 's7' }), { code: 11000 });
    await things.insertOne({ slug: 'new' });
    assert.equal((await things.findOne({ slug: 'new' }))?.slug, 'new');
  });

  it('knows of arrays that the other one brought into an index', async () => {
    const things = store.collection();
    await things.createIndex({ level: 1 });
    await things.insertMany(Array.from({ length: 20 }, (_, n) => ({ level: n })));
    assert.equal(await things.countDocuments({ level: { $gt: 4, $lt: 6 } }), 1);
    await run('array');
    const found = await things.find({ level: { $gt: 4, $lt: 6 } }).toArray();
    assert.deepEqual(
      found.map(({ _id }) => String(_id)).filter((id) => id === 'array'),
      ['array'],
    );
    assert.equal(await things.countDocuments({ level: { $gt: 4, $lt: 6 } }), 2);
  });
});
