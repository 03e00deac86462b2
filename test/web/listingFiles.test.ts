import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import request from 'supertest';
import { type BrowseWorld, openBrowseWorld } from '../support/browseWorld.ts';
import { addPatent, PASSWORD, PATENT_ID } from '../support/market.ts';
import { readPage } from '../support/page.ts';
import type { Visitor } from '../support/visitor.ts';

describe('the files of a listing', () => {
  let world: BrowseWorld;
  const open = async (path: string, status = 200) =>
    readPage((await request(world.app).get(path).expect(status)).text, status, path);
  const browsers = new Map<string, Visitor>();
  /** The browser of a person, signed in once for all tests. */
  async function signedIn(person: string): Promise<Visitor> {
    const visitor = browsers.get(person) ?? world.visitor();
    if (!browsers.has(person)) await visitor.signIn(`${person}@market.test`, PASSWORD);
    browsers.set(person, visitor);
    return visitor;
  }
  async function file(text: string, visibility: string, name: string, mediaType = 'application/pdf') {
    const { fileId, size } = await world.services.files.put(Readable.from([Buffer.from(text)]), mediaType);
    return { fileId, size, name, mediaType, kind: 'description', visibility };
  }

  before(async () => {
    world = await openBrowseWorld();
    await addPatent(world, PATENT_ID);
  });
  after(() => world.close());

  it('hands out files by visibility, with safe headers, and records who took a restricted one', async () => {
    const files = [
      await file('open report', 'public', '试验报告（2026）"终稿".pdf'),
      await file('member report', 'signed-in', 'members.pdf'),
      await file('party report', 'parties', 'parties.pdf'),
      await file('<svg onload="alert(1)">', 'public', 'drawing.svg', 'image/svg+xml'),
      await file('not really a picture', 'public', 'picture.png', 'image/png'),
    ];
    const reference = await world.publish('achievement', { files });
    const address = (index: number) => `/listings/${reference}/files/${files[index]?.fileId}`;
    const page = await open(`/listings/${reference}`);
    assert.ok(page.has('另有 2 个文件'));
    const report = await request(world.app).get(address(0)).expect(200);
    assert.equal(report.headers['x-content-type-options'], 'nosniff');
    assert.match(String(report.headers['content-security-policy']), /default-src 'none'; sandbox/);
    assert.match(
      String(report.headers['content-disposition']),
      /^attachment; filename="[^"]+"; filename\*=UTF-8''%E8%AF%95/,
    );
    assert.equal((report.body as Buffer).toString(), 'open report');
    assert.match(
      String((await request(world.app).get(address(4)).expect(200)).headers['content-disposition']),
      /^inline/,
    );
    const drawing = await request(world.app)
      .get(address(3))
      .expect(200)
      .expect('Content-Type', 'application/octet-stream');
    assert.match(String(drawing.headers['content-disposition']), /^attachment/);
    await request(world.app).get(address(1)).expect(404);
    await request(world.app)
      .get(`/listings/${reference}/files/${'0'.repeat(64)}`)
      .expect(404);
    await request(world.app).get(`/listings/${reference}/files/..%2f..%2fconfig`).expect(404);
    const stranger = await signedIn('competitor');
    const taken = await stranger.agent
      .get(address(1))
      .expect(200)
      .expect('Cache-Control', 'private, no-store');
    assert.equal((taken.body as Buffer).toString(), 'member report');
    await stranger.agent.get(address(2)).expect(404);
    await (await signedIn('researcher')).agent.get(address(2)).expect(200);
    await world.drain();
    const recorded = await world.models.eventLog.find({ name: 'occurrence.download' }).lean();
    assert.deepEqual(
      recorded.map(({ actor, detail }) => [actor.accountId, detail.listing, detail.visibility]).toSorted(),
      [
        ['competitor', reference, 'signed-in'],
        ['researcher', reference, 'parties'],
      ],
    );
  });

  it('keeps the files of an anonymous demand to its house', async () => {
    const files = [await file('plan of the hall', 'public', '连湾泵业车间.pdf')];
    const reference = await world.publish('demand', { files });
    const page = await open(`/listings/${reference}`);
    assert.ok(page.has('另有 1 个文件') && !page.html.includes('车间'));
    await request(world.app).get(`/listings/${reference}/files/${files[0]?.fileId}`).expect(404);
    await (await signedIn('buyer')).agent.get(`/listings/${reference}/files/${files[0]?.fileId}`).expect(200);
  });
});
