import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { closeConnection, openConnection } from '../../../models/connection.ts';
import { checkStore } from '../../../models/embedded/checkStore.ts';

describe('the file of the embedded store', () => {
  let directory = '';
  let path = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'dual-helix-store-'));
    path = join(directory, 'store.sqlite');
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  async function fill(count: number): Promise<void> {
    const connection = await openConnection({ dataDirectory: directory });
    await connection.collection('things').createIndex({ n: 1 });
    await connection
      .collection('things')
      .insertMany(
        Array.from({ length: count }, (_, n) => ({ _id: `t${n}` as never, n, text: 'x'.repeat(300) })),
      );
    await closeConnection(connection);
  }
  const opens = () => openConnection({ dataDirectory: directory });

  it('keeps everything from one opening to the next', async () => {
    await fill(10);
    const connection = await opens();
    assert.equal(await connection.collection('things').countDocuments({ n: { $gte: 5 } }), 5);
    await closeConnection(connection);
    const { collections, documents, indexEntries, problems } = checkStore(path);
    assert.deepEqual(
      { collections, documents, indexEntries, problems },
      { collections: 1, documents: 10, indexEntries: 10, problems: [] },
    );
  });

  it('that is something else is refused and left as it was', async () => {
    writeFileSync(path, 'This is a letter, and no database at all.'.repeat(200));
    const before = readFileSync(path);
    await assert.rejects(opens(), /not a store|not a database/);
    assert.deepEqual(readFileSync(path), before);
    rmSync(path);
    const other = new DatabaseSync(path);
    other.exec('CREATE TABLE letters (text)');
    other.close();
    await assert.rejects(opens(), /is not a store of this program/);
  });

  it('of a newer format is refused', async () => {
    await fill(1);
    const database = new DatabaseSync(path);
    database.exec('PRAGMA user_version = 99');
    database.close();
    await assert.rejects(opens(), /newer version \(format 99\)/);
  });

  it('that was cut off is noticed, not replaced', async () => {
    await fill(2_000);
    const size = statSync(path).size;
    truncateSync(path, size - 4096 * 10);
    const wasNoticed = await opens().then(
      async (connection) => {
        const read = connection.collection('things').find({}).toArray();
        const isRefused = await read.then(
          () => false,
          (error) => /damaged|malformed/.test(error.message),
        );
        await closeConnection(connection);
        return isRefused;
      },
      (error) => /damaged|malformed/.test(error.message),
    );
    assert.ok(wasNoticed);
    assert.equal(statSync(path).size, size - 4096 * 10);
  });

  it('that became empty beside its log is refused', async () => {
    await fill(3);
    truncateSync(path, 0);
    writeFileSync(`${path}-wal`, 'what was written last');
    await assert.rejects(opens(), /restore the last backup/);
  });

  it('whose index lost or gained an entry is found out', async () => {
    await fill(20);
    const database = new DatabaseSync(path);
    const name = database.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'i%'").get()?.name;
    database.exec(`DELETE FROM ${name} WHERE rid = 7`);
    database.close();
    const { problems } = checkStore(path);
    assert.deepEqual(problems, [
      'things: the index n_1 lacks an entry of the document t6.',
      'things: the index n_1 has 19 entries instead of 20.',
    ]);
  });

  it('is not made by looking for it', () => {
    assert.throws(() => checkStore(path), /there is no store/);
  });
});
