import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeConnection, openConnection } from '../../../models/connection.ts';
import { checkStore } from '../../../models/embedded/checkStore.ts';
import { verifyChain } from '../../../server/relay/hashChain.ts';
import { openAccountWorld } from '../../support/accountWorld.ts';
import { type Filled, fillStore } from './fillStore.ts';

const FILLING = join(import.meta.dirname, 'fillingProcess.ts');
const PAGE = 4_096;

describe('faults of the disk under the embedded store', () => {
  let directory = '';
  let path = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'dual-helix-faults-'));
    path = join(directory, 'store.sqlite');
  });
  afterEach(() => {
    spawnSync('umount', [join(directory, 'disk')], { stdio: 'ignore' });
    rmSync(directory, { recursive: true, force: true });
  });

  /** Fills a store until that fails, in a process that is killed then; `limit` is set in its shell. */
  function fillAndKill(most: number, limit: string): Filled {
    const command = `${limit}; exec "$0" "$@"`;
    const parameters = ['-c', command, process.execPath, FILLING, directory, String(most)];
    const { stdout, stderr } = spawnSync('sh', parameters, { encoding: 'utf8' });
    assert.notEqual(stdout, '', stderr);
    return JSON.parse(stdout);
  }
  async function fill(folder: string, most: number): Promise<Filled> {
    const { filled, close } = await fillStore(folder, most);
    await close().catch(() => {});
    return filled;
  }
  const opens = () => openConnection({ dataDirectory: directory });

  /** Everything that was acknowledged is there, nothing else but perhaps the write that was under way, and it can be written again. */
  async function assertWhole(folder: string, { acknowledged }: Filled): Promise<void> {
    assert.deepEqual(checkStore(join(folder, 'store.sqlite')).problems, []);
    const connection = await openConnection({ dataDirectory: folder });
    const things = connection.collection<{ _id: string }>('things');
    const found = new Set((await things.find({}).toArray()).map(({ _id }) => _id));
    assert.deepEqual(
      acknowledged.filter((id) => !found.has(id)),
      [],
    );
    assert.ok(found.size <= acknowledged.length + 1);
    await things.insertOne({ _id: 'afterwards' });
    await closeConnection(connection);
  }

  it('files that must not grow: refused with advice, nothing acknowledged is lost', async () => {
    // A limit of the shell: 512 or 1,024 bytes a block, so one or two megabytes.
    const filled = fillAndKill(2_000, 'ulimit -f 2048');
    assert.match(filled.message, /^things\.insertOne: .*(the disk is full; free some space|check the disk)/);
    assert.ok(filled.acknowledged.length > 10);
    assert.ok(filled.readable >= filled.acknowledged.length, 'it can still be read');
    await assertWhole(directory, filled);
  });

  it('a disk that is full: refused with advice, nothing acknowledged is lost', async function () {
    const disk = join(directory, 'disk');
    mkdirSync(disk);
    if (!mounts(disk, 'size=2m')) return this.skip();
    const filled = await fill(disk, 2_000);
    assert.match(filled.message, /^things\.insertOne: .*the disk is full; free some space/);
    assert.ok(filled.acknowledged.length > 10);
    assert.ok(mounts(disk, 'remount,size=8m'));
    await assertWhole(disk, filled);
  });

  it('a folder that is read-only: the store is not opened, and the message says why', async function () {
    const disk = join(directory, 'disk');
    mkdirSync(disk);
    if (mounts(disk, 'size=4m')) {
      await fill(disk, 3);
      assert.ok(mounts(disk, 'remount,ro'));
    } else if (process.getuid?.() !== 0) {
      await fill(disk, 3);
      for (const file of [join(disk, 'store.sqlite'), disk]) chmodSync(file, 0o555);
    } else return this.skip();
    await assert.rejects(
      openConnection({ dataDirectory: disk }),
      /cannot be written; check the permissions|cannot be opened; check that the data folder/,
    );
    if (process.getuid?.() !== 0) chmodSync(disk, 0o755);
  });

  it('a file cut off by one page: noticed, and left as it is', async () => {
    await fill(directory, 50);
    const size = statSync(path).size;
    truncateSync(path, size - PAGE);
    const before = readFileSync(path);
    const problem = await opens().then(
      async (connection) => {
        const read = connection.collection('things').find({}).toArray();
        const message = await read.then(
          () => '',
          (error: Error) => error.message,
        );
        await closeConnection(connection);
        return message;
      },
      (error: Error) => error.message,
    );
    assert.match(problem, /damaged; stop, keep the file, and restore the last backup/);
    assert.deepEqual(readFileSync(path), before);
  });

  it('a log that is missing after the program was killed: refused, with what can be done', async () => {
    fillAndKill(20, ':');
    assert.ok(statSync(`${path}-wal`).size > 0);
    rmSync(`${path}-wal`);
    await assert.rejects(opens(), /store\.sqlite-wal is missing.*restore the last backup, or.*delete .*-shm/);
    assert.ok(existsSync(`${path}-shm`) && !existsSync(`${path}-wal`), 'nothing was touched');
    rmSync(`${path}-shm`);
    await closeConnection(await opens());
  });

  it('a clock that is set back: changes keep their order in the log, and jobs go on', async () => {
    const world = await openAccountWorld();
    try {
      await world.person('zhou');
      await world.drain();
      world.pass(-48 * 3_600_000);
      await world.person('wang');
      await world.drain();
      const rows = await Array.fromAsync(world.stores.eventLog.all());
      assert.deepEqual(
        rows.map(({ sequence }) => sequence),
        rows.map((_, index) => index + 1),
      );
      assert.equal(new Set(rows.map(({ subject }) => subject.id)).size, 2);
      assert.equal((await verifyChain(world.stores.eventLog.all())).broken, null);
      assert.equal(await world.stores.leases.take('anything', 1_000), true);
      assert.deepEqual(world.failures, []);
    } finally {
      await world.close();
    }
  });
});

/** A small disk of its own, where that is allowed. */
function mounts(folder: string, options: string): boolean {
  return (
    spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' }).status === 0
  );
}
