import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createModels, type Models } from '../../../models/createModels.ts';
import { createDiskFileStore } from '../../../server/files/diskFileStore.ts';
import { createFileRecordStore } from '../../../server/files/fileRecordStore.ts';
import type { FileStore } from '../../../server/files/fileStore.ts';
import { createGridFileStore } from '../../../server/files/gridFileStore.ts';
import { manualClock } from '../../support/manualClock.ts';
import { describeStores } from './describeStores.ts';

/** Longer than a piece of GridFS, which is 255 kB. */
const LARGE = Buffer.alloc(700_000, 'a file of many pieces ');

describeStores('files', (store) => {
  let directory = '';
  let files: FileStore;
  let models: Models;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'dual-helix-files-'));
    const connection = store.connection();
    models = createModels(connection);
    const records = createFileRecordStore(models, manualClock());
    // As openServices does: by the kind of store.
    files =
      'store' in connection.getClient()
        ? createDiskFileStore({ directory, records })
        : createGridFileStore({ connection, records, temporaryDirectory: directory });
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const put = (bytes: Buffer) => files.put(Readable.from([bytes]), 'application/pdf');

  it('come back as they were, once, also when two bring the same at once', async () => {
    const [one, two] = await Promise.all([put(LARGE), put(LARGE)]);
    assert.deepEqual(one, two);
    const { stream, size, mediaType } = await files.open(one.fileId);
    assert.deepEqual([size, mediaType], [LARGE.length, 'application/pdf']);
    assert.ok((await buffer(stream)).equals(LARGE));
    const empty = await put(Buffer.alloc(0));
    assert.equal((await buffer((await files.open(empty.fileId)).stream)).length, 0);
  });

  it('are not there after a sending that broke off', async () => {
    const torn = new Readable({
      read() {
        this.push(LARGE.subarray(0, 300_000));
        this.destroy(new Error('torn'));
      },
    });
    await assert.rejects(files.put(torn, 'application/pdf'), /torn/);
    await assert.rejects(files.open('f'.repeat(64)), { kind: 'notFound' });
  });

  it('go when no record knows them, and stay when one does', async () => {
    const [kept, gone] = [await put(LARGE), await put(Buffer.from('nobody refers to me'))];
    await models.files.deleteOne({ _id: gone.fileId });
    const later = new Date(Date.now() + 60_000);
    assert.equal(await files.removeUnrecorded(later), 1);
    assert.equal(await files.removeUnrecorded(later), 0);
    assert.ok((await buffer((await files.open(kept.fileId)).stream)).equals(LARGE));
    await assert.rejects(files.open(gone.fileId), { kind: 'notFound' });
    await put(Buffer.from('nobody refers to me'));
    assert.equal((await buffer((await files.open(gone.fileId)).stream)).toString(), 'nobody refers to me');
  });
});
