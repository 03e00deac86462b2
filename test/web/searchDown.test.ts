import assert from 'node:assert/strict';
import { once } from 'node:events';
import { rename, symlink, unlink } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { type BrowseWorld, openBrowseWorld } from '../support/browseWorld.ts';

const WORDS = encodeURIComponent('气孔');

async function fill(world: BrowseWorld) {
  const title = (zh: string) => ({ title: { zh } });
  await world.store('achievement', { ...title('压铸气孔的控制'), maturity: '6' });
  await world.store('achievement', { ...title('压铸气孔的检测'), maturity: '9' });
  await world.store('achievement', { ...title('铝液除气'), maturity: '6' });
  await world.store('demand', title('减少气孔'));
  await world.store('demand', title('静默的气孔'), { visibility: 'silent' });
  await world.store('achievement', title('撤回的气孔'), { publication: 'withdrawn' });
}

const titlesOf = async (world: BrowseWorld, path: string) =>
  (await world.visitor().open(path)).texts('.card-title').sort();

/** What both kinds of failure have in common. */
function describeStoreLists(worldOf: () => BrowseWorld) {
  const titles = (path: string) => titlesOf(worldOf(), path);

  it('lists from the store what the words and conditions say, and nothing that is not public', async () => {
    assert.deepEqual(await titles(`/achievements?q=${WORDS}`), ['压铸气孔的控制', '压铸气孔的检测']);
    assert.deepEqual(await titles(`/search?q=${WORDS}&trl-to=6`), ['压铸气孔的控制']);
    assert.deepEqual(await titles(`/search?q=${WORDS}`), ['减少气孔', '压铸气孔的控制', '压铸气孔的检测']);
    assert.deepEqual(await titles('/achievements?trl=6'), ['压铸气孔的控制', '铝液除气']);
    assert.deepEqual(await titles('/demands?q=zzz'), []);
  });

  it('tells no more of the region of an anonymous demand than its province', async () => {
    assert.deepEqual(await titles('/demands?region=21'), ['减少气孔']);
    assert.deepEqual(await titles('/demands?region=2102'), []);
    assert.equal((await titles('/search?region=2101')).length, 3);
  });

  it('says on the page what was applied and counts nothing', async () => {
    const page = await worldOf().visitor().open(`/en/achievements?q=${WORDS}&trl=6`);
    assert.equal(page.status, 200);
    assert.ok(page.notices.some((text) => text.includes('Only the newest 200 were looked through')));
    assert.equal(page.texts('.result-count').join(), 'Not counted at the moment');
    assert.equal(page.$('.browse-facets').length, 0);
    assert.equal(page.texts('.chip').length, 2);
    const plain = await worldOf().visitor().open('/achievements');
    assert.equal(plain.texts('.card-title').length, 3);
    assert.match(plain.html, /搜索服务暂时不可用/);
    const limited = await worldOf().visitor().open('/achievements?trl=6');
    assert.ok(limited.notices.some((text) => text.includes('只查看了最新的 500 条')));
  });

  it('says so to whoever asks whether it is ready', async () => {
    const { body, status } = await worldOf().visitor().agent.get('/ready');
    assert.equal(status, 200);
    assert.equal(body.search, 'unavailable');
  });
}

describe('lists while the engine does not answer', () => {
  let world: BrowseWorld;
  let silent: Server;
  const sockets = new Set<Socket>();
  before(async () => {
    silent = createServer((socket) => sockets.add(socket)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    world = await openBrowseWorld({ variables: { MEILI_HOST: `http://127.0.0.1:${port}` } });
    await fill(world);
  });
  after(async () => {
    for (const socket of sockets) socket.destroy();
    silent.close();
    await world.close();
  });

  describeStoreLists(() => world);
});

describe('lists while the file of the index cannot be opened', () => {
  let world: BrowseWorld;
  let path: string;
  before(async () => {
    world = await openBrowseWorld();
    path = join(world.directory, 'index.sqlite');
    await fill(world);
    await world.services.reconciler.rebuild();
    for (const suffix of ['', '-wal', '-shm'])
      await rename(path + suffix, `${path}.kept${suffix}`).catch(() => undefined);
    // Leads nowhere, so that nothing can be made in its place.
    await symlink(join(world.directory, 'nowhere', 'index.sqlite'), path);
  });
  after(() => world.close());

  describeStoreLists(() => world);

  it('are as before once it can', async () => {
    await unlink(path);
    for (const suffix of ['', '-wal', '-shm'])
      await rename(`${path}.kept${suffix}`, path + suffix).catch(() => undefined);
    world.clock.pass(10_000);
    const page = await world.visitor().open(`/achievements?q=${WORDS}&trl=6`);
    assert.deepEqual(page.texts('.card-title'), ['压铸气孔的控制']);
    assert.match(page.texts('.result-count').join(), /1/);
    assert.equal(page.$('.browse-facets').length, 1);
    assert.ok(!page.html.includes('搜索服务暂时不可用'));
    assert.equal((await world.visitor().agent.get('/ready')).body.search, 'ok');
  });
});
