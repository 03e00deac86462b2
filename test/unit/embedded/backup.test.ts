import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkStore } from '../../../models/embedded/checkStore.ts';
import { backUp } from '../../../server/backup/backUp.ts';
import { checkFiles } from '../../../server/backup/checkFiles.ts';
import { pathOfFile } from '../../../server/backup/dataFolder.ts';
import { restore } from '../../../server/backup/restore.ts';
import { systemClock } from '../../../server/clock.ts';
import { openStoreForTest, type TestStore } from './openStoreForTest.ts';

describe('a backup of the embedded store', () => {
  let store: TestStore;
  let target = '';
  let restored = '';
  beforeEach(async () => {
    store = await openStoreForTest();
    [target, restored] = [`${store.directory}-backup`, `${store.directory}-restored`];
  });
  afterEach(async () => {
    await store.close();
    for (const directory of [target, restored]) rmSync(directory, { recursive: true, force: true });
  });

  /** A stored file with its record, as the product keeps it. */
  async function addFile(content: string): Promise<string> {
    const fileId = createHash('sha256').update(content).digest('hex');
    const path = join(store.directory, pathOfFile(fileId));
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    await store
      .collection('files')
      .insertOne({ _id: fileId as never, size: content.length, mediaType: 'text/plain' });
    return fileId;
  }

  const back = () => backUp({ dataDirectory: store.directory, target, clock: systemClock });

  it('made under load is one moment of the store, with all its files', async () => {
    await store.collection().createIndex({ n: 1 });
    const fileId = await addFile('an attachment');
    mkdirSync(join(store.directory, 'mail'));
    writeFileSync(join(store.directory, 'mail', 'letter.eml'), 'Dear reader');
    writeFileSync(join(store.directory, 'index.sqlite'), 'made again from the store');
    let isRunning = true;
    let written = 0;
    const load = (async () => {
      while (isRunning) {
        await store.collection().insertOne({ n: written });
        written++;
      }
    })();
    const manifest = await back();
    isRunning = false;
    await load;
    await restore({ source: target, dataDirectory: restored });
    const check = checkStore(join(restored, 'store.sqlite'));
    assert.deepEqual(check.problems, []);
    assert.equal(check.documents, manifest.documents);
    assert.ok(check.documents <= written + 1);
    const files = await checkFiles(restored, { isThorough: true });
    assert.deepEqual(files, { files: 1, orphans: [], problems: [] });
    assert.ok(existsSync(join(restored, pathOfFile(fileId))));
    assert.ok(existsSync(join(restored, 'mail', 'letter.eml')));
    assert.ok(!existsSync(join(restored, 'index.sqlite')));
  });

  it('writes over nothing', async () => {
    await store.collection().insertOne({ n: 1 });
    mkdirSync(target);
    writeFileSync(join(target, 'other'), '');
    await assert.rejects(back(), /is not empty/);
    rmSync(join(target, 'other'));
    await back();
    await assert.rejects(restore({ source: target, dataDirectory: store.directory }), /is not empty/);
  });

  it('is none when a file is damaged or missing', async () => {
    const fileId = await addFile('an attachment');
    writeFileSync(join(store.directory, pathOfFile(fileId)), 'an attachmenT');
    await assert.rejects(back(), /is damaged/);
    await assert.rejects(restore({ source: target, dataDirectory: restored }), /no finished backup/);
    const { problems } = await checkFiles(store.directory, { isThorough: true });
    assert.deepEqual(problems, [`The file ${fileId} is damaged.`]);
    rmSync(join(store.directory, pathOfFile(fileId)));
    assert.deepEqual((await checkFiles(store.directory)).problems, [`The file ${fileId} is missing.`]);
  });

  it('that was changed afterwards is not restored', async () => {
    const fileId = await addFile('an attachment');
    await back();
    writeFileSync(join(target, pathOfFile(fileId)), 'something else');
    await assert.rejects(restore({ source: target, dataDirectory: restored }), /is damaged/);
    assert.ok(!existsSync(join(restored, 'store.sqlite')));
  });
});
