import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { detectFileKind } from '../../../server/files/fileKind.ts';
import { type AccountWorld, openAccountWorld } from '../../support/accountWorld.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('files on disk', () => {
  let world: AccountWorld;
  beforeEach(async () => {
    world = await openAccountWorld();
  });
  afterEach(() => world.close());

  it('lie under the digest of their bytes, once, and come back as they were', async () => {
    const [one, two] = await Promise.all([
      world.files.put(Readable.from([PNG]), 'image/png'),
      world.files.put(Readable.from([PNG.subarray(0, 20), PNG.subarray(20)]), 'image/png'),
    ]);
    assert.deepEqual(one, two);
    assert.equal(one.size, PNG.length);
    const folder = join(world.directory, 'files');
    assert.deepEqual(await readdir(join(folder, one.fileId.slice(0, 2))), [one.fileId]);
    assert.deepEqual(await readdir(folder), [one.fileId.slice(0, 2)]);
    const opened = await world.files.open(one.fileId);
    assert.equal(opened.mediaType, 'image/png');
    assert.deepEqual(await buffer(opened.stream), PNG);
    assert.equal(await world.models.files.countDocuments({}), 1);
  });

  it('leave nothing behind when the sending breaks off', async () => {
    const torn = new Readable({
      read() {
        this.push(PNG.subarray(0, 10));
        this.destroy(new Error('torn'));
      },
    });
    await assert.rejects(world.files.put(torn, 'image/png'), /torn/);
    assert.deepEqual(await readdir(join(world.directory, 'files')), []);
    assert.equal(await world.models.files.countDocuments({}), 0);
  });

  it('are not found under anything that is no digest', async () => {
    for (const id of ['../../store.sqlite', 'f'.repeat(64), '', `${'a'.repeat(63)}/`]) {
      await assert.rejects(world.files.open(id), { kind: 'notFound' }, id);
    }
  });
});

describe('the kind of a file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dual-helix-kind-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function kindOf(name: string, bytes: Buffer | string): Promise<string | null> {
    const path = join(folder, 'upload');
    await writeFile(path, bytes);
    return (await detectFileKind(path, name))?.mediaType ?? null;
  }

  it('is what its bytes say, when the name agrees', async () => {
    assert.equal(await kindOf('装置.PNG', PNG), 'image/png');
    assert.equal(await kindOf('letter.pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'application/pdf');
    assert.equal(await kindOf('表.csv', '名称,数量\n铝,3\n'), 'text/csv');
    assert.equal(await kindOf('old.txt', Buffer.from([0xd6, 0xd0, 0xce, 0xc4, 0x0a])), 'text/plain');
  });

  it('is refused when the name lies or the kind is not on the list', async () => {
    assert.equal(await kindOf('photo.jpg', PNG), null);
    assert.equal(await kindOf('letter.pdf', '<html><script>alert(1)</script>'), null);
    assert.equal(await kindOf('page.html', '<html></html>'), null);
    assert.equal(await kindOf('drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'), null);
    assert.equal(
      await kindOf('archive.zip', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')),
      null,
    );
    assert.equal(
      await kindOf('a.docx', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')),
      null,
    );
    assert.equal(await kindOf('a.txt', Buffer.from([0, 1, 2, 3])), null);
    assert.equal(await kindOf('empty.txt', ''), null);
    assert.equal(await kindOf('no extension', PNG), null);
  });
});
