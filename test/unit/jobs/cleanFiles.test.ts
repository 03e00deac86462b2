import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathOfFile } from '../../../server/backup/dataFolder.ts';
import { createCleanFiles } from '../../../server/jobs/cleanFiles.ts';
import { createCleanTemporary } from '../../../server/jobs/cleanTemporary.ts';
import { type AccountWorld, openAccountWorld } from '../../support/accountWorld.ts';

const DAY_MS = 86_400_000;

describe('cleaning files', () => {
  let world: AccountWorld;
  beforeEach(async () => {
    world = await openAccountWorld();
  });
  afterEach(() => world.close());

  const clean = () => createCleanFiles(world).run();
  const put = async (content: string) =>
    (await world.files.put(Readable.from([Buffer.from(content)]), 'text/plain')).fileId;
  const pathOf = (fileId: string) => join(world.directory, pathOfFile(fileId));
  /** As if it had been written at the time of the test's clock. */
  const written = (path: string) => utimesSync(path, world.clock.now(), world.clock.now());
  const store = (name: 'listings' | 'organisations' | 'deals' | 'importRuns', document: object) =>
    world.models[name].collection.insertOne(document as never);

  it('removes what no document refers to after a time of grace', async () => {
    const fileId = await put('forgotten');
    written(pathOf(fileId));
    world.pass(13 * DAY_MS);
    assert.deepEqual(await clean(), { forgotten: 0, removed: 0 });
    world.pass(2 * DAY_MS);
    assert.deepEqual(await clean(), { forgotten: 1, removed: 1 });
    assert.ok(!existsSync(pathOf(fileId)));
    await assert.rejects(world.files.open(fileId), { kind: 'notFound' });
  });

  it('keeps what any document mentions, however deep, and what is only in its history not', async () => {
    const kept = await Promise.all(['draft', 'evidence', 'deal', 'rows'].map(put));
    const removed = await put('history');
    const [draft, evidence, deal, rows] = kept;
    await store('listings', { _id: 'A-1', draft: { content: { pictures: [{ fileId: draft }] } } });
    await store('organisations', {
      _id: 'o',
      evidence: [{ fileId: evidence }],
      history: [{ detail: { fileId: removed } }],
    });
    await store('deals', { _id: 'T-1', messages: [{ files: [{ fileId: deal }] }] });
    await store('importRuns', { _id: 'r', fileId: rows });
    for (const fileId of [...kept, removed]) written(pathOf(fileId));
    world.pass(15 * DAY_MS);
    assert.deepEqual(await clean(), { forgotten: 1, removed: 1 });
    for (const fileId of kept) assert.ok(existsSync(pathOf(fileId)));
  });

  it('keeps a file that is handed in again at the last moment', async () => {
    const fileId = await put('again');
    written(pathOf(fileId));
    world.pass(15 * DAY_MS);
    await put('again');
    assert.deepEqual(await clean(), { forgotten: 0, removed: 0 });
    await world.models.files.deleteOne({ _id: fileId });
    assert.deepEqual(await clean(), { forgotten: 0, removed: 0 }, 'its bytes were written just now');
    assert.ok(existsSync(pathOf(fileId)));
  });

  it('removes uploads that were never finished, but none under way', async () => {
    const directory = join(world.directory, 'temporary');
    mkdirSync(directory, { recursive: true });
    for (const name of ['upload-old', 'upload-new']) writeFileSync(join(directory, name), 'bytes');
    const yesterday = new Date(world.clock.now().getTime() - 25 * 3_600_000);
    utimesSync(join(directory, 'upload-old'), yesterday, yesterday);
    const job = createCleanTemporary({ directory, clock: world.clock });
    assert.deepEqual(await job.run(), { removed: 1 });
    assert.deepEqual(readdirSync(directory), ['upload-new']);
    assert.deepEqual(
      await createCleanTemporary({ directory: join(directory, 'none'), clock: world.clock }).run(),
      { removed: 0 },
    );
  });
});
