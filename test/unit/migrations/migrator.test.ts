import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type BookkeepingModels, createBookkeepingModels } from '../../../models/createModels.ts';
import type { Migration } from '../../../server/migrations/migration.ts';
import { STORE_IDENTITY } from '../../../server/migrations/migration0001StoreIdentity.ts';
import { migrations } from '../../../server/migrations/migrations.ts';
import { createMigrator } from '../../../server/migrations/migrator.ts';
import { manualClock } from '../../support/manualClock.ts';
import { openStoreForTest, type TestStore } from '../embedded/openStoreForTest.ts';
import { renameTitles, titlesOf } from './renameTitles.ts';

const PROGRAM = join(import.meta.dirname, 'migratingProcess.ts');
const TITLES = 60;

describe('bringing the data up to date', () => {
  let store: TestStore;
  let bookkeeping: BookkeepingModels;
  beforeEach(async () => {
    store = await openStoreForTest();
    bookkeeping = createBookkeepingModels(store.connection);
  });
  afterEach(() => store.close());

  const migratorWith = (steps: readonly Migration[]) =>
    createMigrator({
      connection: store.connection,
      ...bookkeeping,
      clock: manualClock(),
      holder: 'this process',
      migrations: steps,
    });
  const setting = async (name: string) =>
    (
      await store.connection
        .collection<{ _id: string; value: Record<string, unknown> }>('settings')
        .findOne({ _id: name })
    )?.value;
  const fill = () =>
    titlesOf(store.connection).insertMany(
      Array.from({ length: TITLES }, (_, n) => ({ _id: `t${n}`, name: `Title ${n}` })),
    );
  async function assertRenamedOnce(): Promise<void> {
    const titles = await titlesOf(store.connection).find({}).toArray();
    assert.equal(titles.length, TITLES);
    for (const { _id, name, title, changes } of titles)
      assert.deepEqual([name, title, changes], [undefined, `Title ${_id.slice(1)}`, 1]);
  }
  function start() {
    const child = spawn(process.execPath, [PROGRAM, store.directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    return { child, ended: once(child, 'close').then(() => output) };
  }

  it('does each step once and keeps a record of it', async () => {
    assert.deepEqual(
      migrations.map(({ number }) => number),
      migrations.map((_, index) => index + 1),
    );
    const done = await migratorWith(migrations).run();
    assert.deepEqual(done[0], { number: 1, name: 'storeIdentity' });
    const identity = await setting(STORE_IDENTITY);
    assert.ok(identity?.id);
    assert.equal((await setting('migrations'))?.version, migrations.length);
    assert.deepEqual(await migratorWith(migrations).run(), []);
    for (const { run, count } of migrations) {
      assert.equal(await count(store.connection), 0);
      await run(store.connection, new Date());
    }
    assert.deepEqual(await setting(STORE_IDENTITY), identity, 'done again it changes nothing');
  });

  it('says beforehand what would be done, without doing it', async () => {
    await fill();
    const [pending] = await migratorWith([renameTitles()]).pending();
    assert.deepEqual(pending, {
      number: 1,
      name: 'renameTitles',
      purpose: 'Calls names titles.',
      documents: TITLES,
    });
    assert.equal(await setting('migrations'), undefined);
    assert.equal(await titlesOf(store.connection).countDocuments({ title: { $exists: true } }), 0);
  });

  it('refuses data that are newer than the program, and says what to do', async () => {
    await migratorWith([renameTitles(), { ...renameTitles(), number: 2 }]).run();
    await assert.rejects(
      migratorWith([renameTitles()]).run(),
      /newer version of the program \(data version 2, this program knows 1\).*Start the newer version, or restore/,
    );
  });

  it('stops at a step that fails and goes on from there the next time', async () => {
    let isBroken = true;
    const second: Migration = {
      ...renameTitles(),
      number: 2,
      name: 'second',
      run: async () => {
        if (isBroken) throw new Error('the disk is full');
      },
    };
    await assert.rejects(migratorWith([renameTitles(), second]).run(), /Step 2 \(second\).*the disk is full/);
    isBroken = false;
    assert.deepEqual(await migratorWith([renameTitles(), second]).run(), [{ number: 2, name: 'second' }]);
  });

  it('killed in the middle and then begun by two processes at once changes every document once', async () => {
    await fill();
    const killed = start();
    await once(killed.child.stdout, 'data');
    killed.child.kill('SIGKILL');
    assert.doesNotMatch(await killed.ended, /did/);
    const left = await titlesOf(store.connection).countDocuments({ name: { $exists: true } });
    assert.ok(left > 0 && left < TITLES, `${left} were left`);
    const outputs = await Promise.all([start().ended, start().ended]);
    assert.deepEqual(outputs.map((output) => /did .*/.exec(output)?.[0]).sort(), [
      'did nothing',
      'did renameTitles',
    ]);
    await assertRenamedOnce();
  });
});
