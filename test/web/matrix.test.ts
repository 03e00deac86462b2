import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import type { MatchRecord } from '../../server/matching/match.ts';
import { startApp, type TestApp } from '../support/app.ts';
import {
  addPatent,
  DEMAND_CONTENT,
  type Market,
  PATENT_CONTENT,
  PATENT_ID,
  prepareMarket,
  publish,
} from '../support/market.ts';
import { signedIn } from '../support/signedIn.ts';

describe('the matrix of matches', () => {
  let app: TestApp;
  let market: Market;
  let [supply, demand, silent] = ['', '', ''];
  before(async () => {
    app = await startApp();
    market = await prepareMarket(app);
    await addPatent(app, PATENT_ID);
    const { researcher, buyer, competitor } = market.people;
    supply = (await publish(app, market, researcher, 'patent', PATENT_CONTENT))._id;
    demand = (await publish(app, market, buyer, 'demand', DEMAND_CONTENT))._id;
    const hidden = { ...DEMAND_CONTENT, title: { zh: '我们悄悄想做的除气' }, visibility: 'silent' };
    silent = (await publish(app, market, competitor, 'demand', hidden))._id;
    await app.drain();
  });
  after(() => app.close());

  async function matchOf(reference: string): Promise<MatchRecord> {
    const [match] = await app.services.matching.store.ofListing('demand', reference, [
      'suggested',
      'approved',
    ]);
    assert.ok(match, `${reference} has a match`);
    return match;
  }
  const opened = async (person: string, path: string) => (await signedIn(app, person)).open(path);
  async function saved(person: string, path: string): Promise<string[][]> {
    const answer = await (await signedIn(app, person)).agent.get(path);
    assert.equal(answer.status, 200);
    return parse(answer.text, { bom: true });
  }

  it('is for whom it is for', async () => {
    const anybody = await app.visitor().open('/my/matrix');
    assert.equal(anybody.form('main form[method="post"]').names.has('password'), true, 'asked to sign in');
    const may: [string, Record<string, number>][] = [
      ['/my/matrix', { researcher: 200, buyer: 200, province: 200 }],
      ['/my/matrix.csv', { researcher: 200, province: 403 }],
      [
        '/desk/matrix',
        { researcher: 403, administrator: 403, province: 200, city: 200, supervisor: 200, auditor: 200 },
      ],
      ['/desk/matrix.csv', { buyer: 403, administrator: 403, auditor: 200 }],
    ];
    for (const [path, people] of may)
      for (const [person, status] of Object.entries(people)) {
        const { agent } = await signedIn(app, person);
        assert.equal((await agent.get(path)).status, status, `${person} ${path}`);
      }
  });

  it('shows the office every stored pair of its region, and its members none before it is approved', async () => {
    const desk = await opened('province', '/desk/matrix');
    const match = await matchOf(demand);
    assert.equal(desk.$(`a[href="/desk/matches/${match._id}"]`).text(), String(match.score));
    assert.deepEqual(desk.texts('.matrix tbody th .small'), [supply]);
    assert.ok(desk.has(silent), 'the office sees the silent one');
    const own = await opened('researcher', '/my/matrix');
    assert.ok(own.has('这一页还没有匹配'));
    const { actor, ...seen } = {
      actor: market.people.province,
      reference: match._id,
      revision: match.revision,
    };
    await app.services.matching.service.approve({ actor, ...seen });
    for (const [person, path] of [
      ['researcher', '/my/matrix'],
      ['buyer', '/my/matrix?side=demand'],
    ] as const) {
      const page = await opened(person, path);
      assert.equal(page.$(`a[href="/my/matches/${match._id}"]`).first().text(), String(match.score), person);
    }
  });

  it('never shows a silent demand to the supplier, and shows it to its owner', async () => {
    const match = await matchOf(silent);
    for (const path of [
      '/my/matrix',
      '/my/matrix?side=demand',
      '/en/my/matrix',
      '/my/matrix?from=0',
      '/my/matrix.csv',
    ]) {
      const { text } = await (await signedIn(app, 'researcher')).agent.get(path);
      for (const trace of [silent, match._id, '悄悄', '北屿', 'Beiyu'])
        assert.ok(!text.includes(trace), `${path} ${trace}`);
    }
    const owner = await opened('competitor', '/my/matrix?side=demand');
    assert.equal(owner.$(`a[href="/my/matches/${match._id}"]`).first().text(), String(match.score));
  });

  it('names nobody in it', async () => {
    const { agent } = await signedIn(app, 'researcher');
    for (const path of ['/my/matrix', '/my/matrix.csv'])
      assert.ok(!(await agent.get(path)).text.includes('连湾'), 'the anonymous demander');
  });

  it('is narrowed by score, field and region, and says so when nothing is left', async () => {
    assert.ok((await opened('researcher', '/my/matrix?from=1000')).has('没有符合筛选条件的匹配'));
    assert.ok((await opened('researcher', '/my/matrix?field=environment')).has('没有符合筛选条件的匹配'));
    const { field } = await matchOf(demand);
    assert.ok((await opened('researcher', `/my/matrix?field=${field}&from=100`)).has(demand));
    assert.ok((await opened('city-of-firm', '/desk/matrix')).has('还没有已发布的内容'));
    assert.ok((await opened('city-of-firm', '/desk/matrix?side=demand')).has(demand));
    assert.equal((await opened('city-of-firm', '/desk/matrix?region=2101')).status, 403);
    assert.equal((await opened('researcher', '/my/matrix?region=2101')).status, 400);
    assert.equal((await opened('researcher', '/my/matrix?side=other')).status, 400);
    assert.equal((await opened('researcher', '/my/matrix?page=2')).status, 404);
  });

  it('can be saved as a table, which is written down', async () => {
    const match = await matchOf(demand);
    const [header, ...rows] = await saved('researcher', '/my/matrix.csv?from=100');
    assert.deepEqual(header?.slice(0, 3), ['编号', '名称', '对方编号']);
    assert.deepEqual(
      rows.map((row) => [row[0], row[2], row[4], row[7]]),
      [[supply, demand, String(match.score), match._id]],
    );
    assert.equal((await saved('province', '/desk/matrix.csv?side=demand')).length, 3);
    await app.drain();
    const logged = await app.models.eventLog.find({ name: 'occurrence.export' }).lean();
    assert.ok(logged.some(({ detail }) => detail.what === 'ownMatrix' && detail.from === 100));
  });

  it('leaves out undecided pairs of a house that wants no suggestions', async () => {
    const { service } = app.services.organisations;
    await service.chooseSuggestions(market.people.competitor, 'rival', false);
    assert.ok(!(await opened('province', '/desk/matrix')).has(silent));
    assert.ok((await opened('province', '/desk/matrix')).has(demand), 'what was approved stays');
    assert.ok((await opened('competitor', '/my/matrix?side=demand')).has('这一页还没有匹配'));
    await service.chooseSuggestions(market.people.competitor, 'rival', true);
  });

  it('helps who has nothing published or no organisation', async () => {
    assert.ok((await opened('buyer', '/my/matrix')).has('还没有已发布的内容'));
    await market.addPerson('newcomer', {});
    assert.ok((await opened('newcomer', '/en/my/matrix')).has('You do not belong to an organisation yet'));
  });
});
