import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { matchingText } from '../../server/matching/matchingText.ts';
import { SUGGESTED_FROM } from '../../server/matching/matchRuns.ts';
import { type BrowseWorld, openBrowseWorld } from '../support/browseWorld.ts';
import { signedIn } from '../support/signedIn.ts';
import type { Visitor } from '../support/visitor.ts';

const DEMAND = { title: { zh: '轻合金焊道里的砂眼' }, summary: { zh: '铝板焊后总有针孔。' } };
const SUPPLY = {
  title: { zh: '厚板铝合金激光电弧复合焊工艺' },
  solution: { zh: '延长熔池时间使氢气逸出，孔隙率低于 0.5%。' },
};
const SILENT = { title: { zh: '铝壳体焊缝气孔' }, summary: { zh: '沉默的需求，只给平台看。' } };
const SECRET = '炉号与配方只给对方看';

interface Asked {
  authorization: string | undefined;
  model: string;
  input: string[];
}

/** An embedding service that finds everything about welding alike, and can be out of order. */
async function startService() {
  const asked: Asked[] = [];
  let isDown = false;
  const server = createServer(async (request, response) => {
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
    if (isDown) return response.writeHead(503).end();
    asked.push({ authorization: request.headers.authorization, ...body });
    const data = body.input.map((text: string, index: number) => ({
      index,
      embedding: [text.includes('焊') ? 1 : 0, 0.5, text.length / 10_000],
    }));
    return response.setHeader('content-type', 'application/json').end(JSON.stringify({ data }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/embeddings`,
    asked,
    texts: () => asked.flatMap(({ input }) => input).join('\n'),
    breakDown: () => {
      isDown = true;
    },
    recover: () => {
      isDown = false;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Service = Awaited<ReturnType<typeof startService>>;

const variablesOf = ({ url }: Service) => ({
  EMBEDDING_URL: url,
  EMBEDDING_MODEL: 'meaning-1',
  EMBEDDING_KEY: 'secret key',
});

describe('vectors of meaning', function () {
  this.timeout(90_000);
  let service: Service;
  let world: BrowseWorld;
  let operator: Visitor;
  let demand: string;
  let supply: string;

  const walk = async () => {
    const { vectors } = world.services.matching;
    assert.ok(vectors);
    await vectors.walk.work();
  };
  const matches = () => world.services.matching.store.after('', 10);
  const vectorOf = (reference: string) => world.models.listingVectors.findOne({ _id: reference }).lean();

  before(async () => {
    service = await startService();
    world = await openBrowseWorld({ variables: variablesOf(service) });
    operator = await signedIn(world, 'province');
    // The index does not know them, so no probe can find them.
    demand = await world.store('demand', { ...DEMAND, restrictedDetail: { zh: SECRET } });
    supply = await world.store('achievement', SUPPLY);
  });
  after(async () => {
    await world.close();
    await service.close();
  });

  it('are off unless a service is named: nothing is read and nobody is called', async () => {
    const read: string[] = [];
    const plain = await openBrowseWorld({ onQuery: ({ collection }) => read.push(collection) });
    try {
      await plain.store('demand', DEMAND);
      const reference = await plain.store('achievement', SUPPLY);
      await plain.services.matching.runs.run(reference);
      await plain.services.jobs.runDue();
      assert.equal(plain.services.matching.vectors, null);
      assert.ok(read.includes('listings') && !read.includes('listingVectors'), [...new Set(read)].join());
      assert.deepEqual(service.asked, []);
      assert.deepEqual(await plain.services.matching.store.after('', 10), []);
      const visitor = plain.visitor();
      assert.ok((await visitor.open('/matching')).has('现在没有使用语义向量'));
      const desk = await signedIn(plain, 'province');
      assert.ok(!(await desk.open('/desk/search')).has('语义向量'));
    } finally {
      await plain.close();
    }
  });

  it('bring a pair that no probe finds, judged by the same scorer, and the card says so', async () => {
    await world.services.matching.runs.run(demand);
    assert.deepEqual(await matches(), [], 'not found without vectors');
    await walk();
    const [match, ...more] = await matches();
    assert.ok(match && more.length === 0);
    assert.deepEqual([match.demand, match.supply], [demand, supply]);
    assert.equal(match.evidence.isFoundByVectors, true);
    const page = await operator.open(`/desk/matches/${match._id}`);
    assert.ok(page.has('这一对由语义向量找到') && page.has(`仍得 ${match.score} 分`));
    assert.ok((await operator.open('/matching')).has('这里也使用语义向量'));
    assert.ok((await operator.open('/en/matching')).has('Vectors of meaning are in use too'));
  });

  it('are asked for with model and key, for what every visitor may read', () => {
    assert.equal(service.asked.length, 1);
    assert.equal(service.asked[0]?.model, 'meaning-1');
    assert.equal(service.asked[0]?.authorization, 'Bearer secret key');
    assert.ok(service.texts().includes('砂眼') && !service.texts().includes(SECRET));
  });

  it('are not asked for again while nothing changed', async () => {
    await walk();
    assert.equal(service.asked.length, 1);
  });

  it('are not made of a silent demand, whose text is never sent', async () => {
    const silent = await world.publish('demand', SILENT, { visibility: 'silent' });
    await walk();
    assert.ok(!service.texts().includes('沉默') && !service.texts().includes('铝壳体'));
    assert.equal(await vectorOf(silent), null);
  });

  it('suggest nothing of a pair that shares nothing, however near it is', async () => {
    const stranger = await world.store('achievement', {
      title: { zh: '焊' },
      summary: { zh: '海参肽粉' },
      problem: { zh: '有腥味' },
      solution: { zh: '复合蛋白酶水解' },
      benefit: { zh: '口感好' },
      field: 'biomedicine',
      industry: ['14'],
    });
    await walk();
    const near = await world.services.matching.vectors?.nearest(stranger, { kinds: ['demand'] }, 5);
    assert.equal(near?.[0]?.id, demand);
    assert.ok((near?.[0]?.score ?? 0) > 0.99);
    const text = matchingText(await world.services.stores.listings.get(demand));
    assert.ok(text);
    const judged = await world.services.matching.finder.suppliesFor(text);
    const pair = judged.find((one) => one.supply.reference === stranger);
    assert.ok(pair?.isFoundByVectors && pair.score < SUGGESTED_FROM, String(pair?.score));
    assert.equal((await matches()).length, 1);
  });

  it('are not needed: with the service down matching goes on, the desk says so, and they are made later', async () => {
    service.breakDown();
    const later = await world.publish('achievement', { ...SUPPLY, title: { zh: '铝板焊接气孔控制' } });
    await walk();
    await walk();
    await world.services.matching.runs.run(later);
    assert.ok((await matches()).some((match) => match.supply === later));
    assert.equal(await vectorOf(later), null);
    assert.ok((await operator.open('/desk/search')).has('服务连续 2 次没有正常回答'));
    assert.ok(operator.page.has('503'));
    service.recover();
    await walk();
    assert.equal((await vectorOf(later))?.isMatched, true);
    assert.ok((await operator.open('/desk/search')).has('语义向量：正常'));
  });

  it('are forgotten when a listing may no longer be sent', async () => {
    await world.models.listings.updateOne({ _id: supply }, { $set: { publication: 'withdrawn' } });
    await walk();
    const kept = await vectorOf(supply);
    assert.deepEqual([kept?.key, kept?.vector], [null, null]);
    const near = await world.services.matching.vectors?.nearest(demand, { kinds: ['achievement'] }, 5);
    assert.ok(near && near.length > 0 && !near.some(({ id }) => id === supply));
    assert.deepEqual(await world.services.matching.vectors?.nearest(supply, {}, 5), []);
  });
});
