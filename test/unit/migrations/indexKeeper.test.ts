import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { closeConnection, openConnection } from '../../../models/connection.ts';
import { createModels } from '../../../models/createModels.ts';
import { checkStore } from '../../../models/embedded/checkStore.ts';
import { openStore } from '../../../models/embedded/store.ts';
import { systemClock } from '../../../server/clock.ts';
import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { createIndexKeeper } from '../../../server/migrations/indexKeeper.ts';
import { openServices } from '../../../server/openServices.ts';
import { openStoreForTest, type TestStore } from '../embedded/openStoreForTest.ts';

const run = promisify(execFile);
const SCRIPT = join(import.meta.dirname, '../../../scripts/migrate.ts');

describe('indexes of data from an earlier version', () => {
  let store: TestStore;
  const sessions = () => store.connection.collection<{ _id: string; accountId: string }>('sessions');
  const deals = () => store.connection.collection('deals');
  const environment = () => ({ DATA_DIR: store.directory, LOG_LEVEL: 'silent' });
  beforeEach(async () => {
    store = await openStoreForTest();
    await sessions().insertMany(
      Array.from({ length: 450 }, (_, n) => ({ _id: `s${n}`, accountId: `a${n % 9}` })),
    );
    await sessions().createIndex({ accountId: 1 }, { sparse: true });
    await sessions().createIndex({ startedAt: 1 });
    await deals().createIndex({ 'supplier.organisationId': 1 }, { unique: true, sparse: true });
  });
  afterEach(() => rmSync(store.directory, { recursive: true, force: true }));

  async function open() {
    const config = readConfig(environment());
    return openServices({ config, clock: systemClock, log: createLog(config) });
  }
  const migrate = async (...flags: string[]) =>
    (await run(process.execPath, [SCRIPT, ...flags], { env: { ...process.env, ...environment() } })).stdout;

  it('do not stop the start, which leaves what the schemas declare and every document', async () => {
    await closeConnection(store.connection);
    const opened = await open();
    const names = (await opened.models.sessions.listIndexes()).map(({ name }) => name);
    assert.deepEqual(names.sort(), ['_id_', 'accountId_1', 'expiresAt_1']);
    assert.equal(await opened.models.sessions.countDocuments({ accountId: 'a3' }), 50);
    const keeper = createIndexKeeper({ models: opened.models, clock: systemClock, holder: 'another' });
    assert.deepEqual(await keeper.run(), [], 'a second time there is nothing to do');
    await opened.close();
    assert.deepEqual(checkStore(join(store.directory, 'store.sqlite')).problems, []);
  });

  it('are listed by a dry run and brought up to date by the command', async () => {
    await closeConnection(store.connection);
    const planned = await migrate('--dry-run');
    assert.match(planned, /^Index to replace: sessions\.accountId_1$/m);
    assert.match(planned, /^Index to drop: sessions\.startedAt_1$/m);
    assert.match(planned, /^Index to drop: deals\.supplier\.organisationId_1$/m);
    assert.match(planned, /nothing was changed/);
    assert.equal(await migrate('--dry-run'), planned);
    assert.match(await migrate(), /\d+ done\.$/m);
    assert.match(await migrate('--dry-run'), /^The data are up to date\.$/m);
  });

  it('are finished where a process died while it built one', async () => {
    await sessions().createIndex({ expiresAt: 1 });
    await closeConnection(store.connection);
    const file = openStore(join(store.directory, 'store.sqlite'));
    await file.write(() => {
      const entry = file.catalogue.ensure('sessions');
      for (const index of entry.indexes) index.isReady = false; // as after a kill
      file.catalogue.save(entry);
    });
    await file.close();
    const connection = await openConnection({ dataDirectory: store.directory });
    const models = createModels(connection);
    const keeper = createIndexKeeper({ models, clock: systemClock, holder: 'this process' });
    const names = async () =>
      (await keeper.pending())
        .filter(({ collection }) => collection === 'sessions')
        .map(({ kind, name }) => `${kind} ${name}`);
    assert.deepEqual(await names(), ['build expiresAt_1', 'replace accountId_1', 'drop startedAt_1']);
    await keeper.run();
    assert.deepEqual(await names(), []);
    await closeConnection(connection);
    assert.deepEqual(checkStore(join(store.directory, 'store.sqlite')).problems, []);
  });

  it('are brought up to date by one of two processes that start at once', async () => {
    await closeConnection(store.connection);
    const outputs = await Promise.all([migrate(), migrate()]);
    assert.equal(outputs.filter((output) => /[1-9]\d* done\./.test(output)).length >= 1, true);
    assert.match(await migrate('--dry-run'), /up to date/);
  });
});
