import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import mongoose from 'mongoose';
import { digestOfDocument } from '../../../server/backup/collectionDigest.ts';
import { copyBetweenStores } from '../../../server/backup/copyBetweenStores.ts';
import { refuseUnfinishedCopy } from '../../../server/backup/copyCheckpoint.ts';
import { pathOfFile } from '../../../server/backup/dataFolder.ts';
import { openStoreSide, type StoreSide } from '../../../server/backup/storeSide.ts';
import { systemClock } from '../../../server/clock.ts';
import { readConfig } from '../../../server/config.ts';
import { migration0001StoreIdentity } from '../../../server/migrations/migration0001StoreIdentity.ts';
import { newId } from '../../../server/newId.ts';

const { Binary, ObjectId } = mongoose.mongo;
const { mongodbUri } = readConfig();

/** Documents of every kind of value, some of them many. */
const WORDS = ['钛合金', 'crème', '', '🦀', 'x'.repeat(5_000)];

for (const target of mongodbUri ? (['embedded', 'MongoDB'] as const) : (['embedded'] as const)) {
  describe(`copying a store (embedded to ${target} and back)`, () => {
    const directories: string[] = [];
    const sides: StoreSide[] = [];
    let from: StoreSide;
    let to: StoreSide;
    async function open(uri?: string): Promise<StoreSide> {
      const dataDirectory = mkdtempSync(join(tmpdir(), 'dual-helix-copy-'));
      directories.push(dataDirectory);
      const side = await openStoreSide({ dataDirectory, mongodbUri: uri, clock: systemClock });
      sides.push(side);
      return side;
    }
    function openTarget(): Promise<StoreSide> {
      if (target === 'embedded') return open();
      const uri = new URL(mongodbUri ?? '');
      uri.pathname = `/dual_helix_copy_${newId().replace(/\W/g, '_')}`;
      return open(uri.href);
    }
    beforeEach(async () => {
      from = await open();
      to = await openTarget();
      await migration0001StoreIdentity.run(from.connection, new Date());
      await from.connection.collection<{ _id: string }>('listings').insertMany(
        Array.from({ length: 25 }, (_, n) => ({
          _id: `A-${n}`,
          title: { zh: WORDS[n % WORDS.length] },
          price: n % 2 ? n * 1.5 : null,
          at: new Date(1_700_000_000_000 + n),
          bytes: new Binary(Buffer.from([n, 0, 255])),
          other: new ObjectId(),
          path: ['21', [{ deep: true }]],
        })),
      );
      await from.files.put(Readable.from([Buffer.from('an attachment')]), 'text/plain');
      await from.files.put(Readable.from([Buffer.alloc(300_000, 7)]), 'image/png');
    });
    afterEach(async () => {
      if (target === 'MongoDB') await to.connection.dropDatabase();
      await Promise.all(sides.splice(0).map((side) => side.close()));
      for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
    });

    it('brings every document and file over and back, with equal digests', async () => {
      const there = await copyBetweenStores({ from, to, pageSize: 10 });
      assert.deepEqual([there.documents, there.files], [25 + 2 + 1, 2]);
      const back = await open();
      const again = await copyBetweenStores({ from: to, to: back, pageSize: 7 });
      assert.deepEqual(again, there);
      const [original, returned] = await Promise.all(
        [from, back].map((side) =>
          side.connection
            .collection('listings')
            .find({}, { sort: { _id: 1 } })
            .toArray(),
        ),
      );
      assert.deepEqual(returned, original);
      await refuseUnfinishedCopy(back.connection);
    });

    it('goes on where it was broken off, and no server starts on the half', async () => {
      const isEnough = (message: string) => message.startsWith('listings: 20');
      const brokenOff = copyBetweenStores({
        from,
        to,
        pageSize: 10,
        onProgress: (message) => {
          if (isEnough(message)) throw new Error('the network is gone');
        },
      });
      await assert.rejects(brokenOff, /the network is gone/);
      await assert.rejects(refuseUnfinishedCopy(to.connection), /not finished.*Run store:copy again/);
      const messages: string[] = [];
      const { documents } = await copyBetweenStores({
        from,
        to,
        pageSize: 10,
        onProgress: (message) => messages.push(message),
      });
      assert.equal(documents, 28);
      assert.ok(messages.includes('Going on with the copy that was begun.'));
      assert.ok(messages.includes('listings: 5 documents copied.'), messages.join('\n'));
    });

    it('refuses a target that holds something else, and leaves that alone', async () => {
      await to.connection.collection<{ _id: string }>('accounts').insertOne({ _id: 'somebody' });
      await assert.rejects(copyBetweenStores({ from, to }), /not empty: there are documents in accounts/);
      assert.equal(await to.connection.collection('listings').countDocuments({}), 0);
    });

    it('finds out what changed meanwhile, and copies that anew', async () => {
      const listings = from.connection.collection<{ _id: string }>('listings');
      let isChanged = false;
      const onProgress = async (message: string) => {
        if (!message.startsWith('Comparing accounts') || isChanged) return;
        isChanged = true;
        await listings.deleteOne({ _id: 'A-3' });
      };
      await assert.rejects(
        copyBetweenStores({ from, to, onProgress }),
        /differs from the store in listings.*run the copy again/,
      );
      assert.equal((await copyBetweenStores({ from, to })).documents, 27);
    });

    it('stops at a file that is damaged, naming it', async () => {
      const [{ _id: fileId = '' } = {}] = await from.models.files
        .find({ mediaType: 'text/plain' })
        .lean<{ _id: string }[]>();
      writeFileSync(join(directories[0] ?? '', pathOfFile(fileId)), 'an attachmenT');
      await assert.rejects(
        copyBetweenStores({ from, to }),
        new RegExp(`${fileId} is damaged in the store it comes from`),
      );
    });
  });
}

describe('the digest of a document', () => {
  it('does not depend on the order of fields, but on every value and type', () => {
    const one = digestOfDocument({ _id: 'a', b: { c: 1, d: [1, 2] } });
    assert.equal(digestOfDocument({ b: { d: [1, 2], c: 1 }, _id: 'a' }), one);
    const others = [
      { _id: 'a', b: { c: 1, d: [2, 1] } },
      { _id: 'a', b: { c: '1', d: [1, 2] } },
      { _id: 'a', b: { c: 1, d: [1, 2], e: null } },
      { _id: 'a', b: { c: new Date(1), d: [1, 2] } },
      { _id: 'a', b: { c: 1.5, d: [1, 2] } },
    ];
    assert.equal(new Set([one, ...others.map(digestOfDocument)]).size, 6);
  });
});
