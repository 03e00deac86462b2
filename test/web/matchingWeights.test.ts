import assert from 'node:assert/strict';
import type { MatchRecord } from '../../server/matching/match.ts';
import { createPacer } from '../../server/matching/weighing/pacer.ts';
import { createRematching } from '../../server/matching/weighing/rematching.ts';
import { ALGORITHM_VERSION, BUNDLED_WEIGHTS } from '../../server/matching/weights.ts';
import { type BrowseWorld, openBrowseWorld } from '../support/browseWorld.ts';
import { signedIn } from '../support/signedIn.ts';
import type { Visitor } from '../support/visitor.ts';

const YEAR_MS = 366 * 86_400_000;
const TRIED = { subject: '50', metrics: '12', field: '24' };
const REASON = '试算后顺序更好';
const PAGE = '/desk/matching';
const BUNDLED = BUNDLED_WEIGHTS.version;

describe('the weights of matching on the desk', function () {
  this.timeout(60_000);
  let world: BrowseWorld;
  let decided: MatchRecord;
  let waiting: MatchRecord;
  let supervisor: Visitor;
  let operator: Visitor;

  const again = async ({ _id }: MatchRecord) => world.services.matching.store.get(_id);
  const card = async ({ _id }: MatchRecord) => (await operator.open(`/desk/matches/${_id}`)).text;
  const rematch = () => world.services.matching.weighing.rematching.work();

  /** A process that begins to match everything anew and dies at its second listing. */
  async function killedAfterOne(): Promise<void> {
    const { stores, matching, clock } = world.services;
    let count = 0;
    const dying = createRematching({
      ...stores,
      listingsAfter: stores.listings.after,
      countPublished: async () => 3,
      async match(reference) {
        count += 1;
        if (count === 2) throw new Error('killed');
        await matching.runs.run(reference);
      },
      live: matching.weighing.live,
      isIndexHealthy: async () => true,
      pace: createPacer(async () => {}),
      clock,
    });
    await assert.rejects(dying.work(), /killed/);
  }

  before(async () => {
    world = await openBrowseWorld();
    operator = await signedIn(world, 'province');
    supervisor = await signedIn(world, 'supervisor');
    await world.publish('achievement', {
      title: { zh: '厚板铝合金激光电弧复合焊工艺' },
      solution: { zh: '延长熔池时间使氢气逸出，孔隙率低于 0.5%。' },
    });
    for (const title of ['铝合金焊接气孔', '轻合金焊道里的砂眼'])
      await world.publish('demand', { title: { zh: title }, summary: { zh: '铝板焊后总有针孔。' } });
    for (const { _id } of await world.services.stores.listings.after('', 10))
      await world.services.matching.runs.run(_id);
    const [first, second, ...more] = await world.services.matching.store.after('', 10);
    assert.ok(first && second && more.length === 0);
    await operator.open(`/desk/matches/${first._id}`);
    await operator.submit({}, { button: '批准' });
    [decided, waiting] = [await again(first), second];
    assert.equal(decided.state, 'approved');
  });
  after(() => world.close());

  it('says nothing of cards made with the weights that are live', async () => {
    const text = await card(waiting);
    assert.ok(!text.includes('现在用的是'));
    assert.ok(text.includes(`仍得 ${waiting.score} 分`));
  });

  it('shows how decisions and scores agree, with a word of caution where they are few', async () => {
    await operator.open('/desk/matches');
    await operator.follow('决定与分数的一致程度');
    assert.ok(operator.page.has('批准 1，共决定 1，不足 5 个'));
    assert.ok(operator.page.has('批准和驳回都有了，才能比较顺序'));
    await operator.open(`/en${PAGE}`);
    assert.ok(operator.page.has('1 approved of 1 decided; fewer than 5, which says little'));
  });

  it('keeps what was typed when the weights do not make a hundred', async () => {
    await operator.open(PAGE);
    await operator.submit({ subject: '61' }, { button: '试算' });
    assert.equal(operator.page.status, 422);
    assert.equal(operator.page.form('form.form').value('subject'), '61');
    assert.ok(operator.page.has('合计 99 %'));
    await operator.submit({ subject: '0', region: 'x' }, { button: '试算' });
    assert.equal(operator.page.status, 422);
    assert.equal(operator.page.form('form.form').value('region'), 'x');
  });

  it('lets an operator try, which changes nothing, and not put live', async () => {
    await operator.open(PAGE);
    await operator.submit(TRIED, { button: '试算' });
    assert.equal(operator.page.status, 200);
    assert.ok(operator.page.has('试算结果') && operator.page.has('启用权重由主管决定'));
    assert.equal(await world.models.matchingWeights.countDocuments({}), 0);
    assert.equal((await again(waiting)).revision, waiting.revision);
    const query = new URLSearchParams({ ...TRIED, maturity: '5', cooperation: '4', price: '3', region: '2' });
    assert.equal((await operator.open(`${PAGE}/put-live?${query}`)).status, 403);
  });

  it('puts live by a supervisor with a reason only, as a version in the log', async () => {
    await supervisor.open(PAGE);
    await supervisor.submit(TRIED, { button: '试算' });
    await supervisor.follow('启用这组权重…');
    await supervisor.submit({}, { button: '启用' });
    assert.equal(supervisor.page.status, 422);
    await supervisor.submit({ text: REASON }, { button: '启用' });
    assert.ok(supervisor.page.has('新的权重已启用') && supervisor.page.has(REASON));
    assert.ok(supervisor.page.has(`${BUNDLED}.1 使用中`) && supervisor.page.has('supervisor'));
    await world.drain();
    const [event] = await world.models.eventLog.find({ name: 'weights.put-live' }).lean();
    assert.equal(event?.detail.to, 1);
    assert.equal(event?.detail.subject, 50);
    assert.ok(event?.detail.textDigest && !JSON.stringify(event).includes(REASON));
  });

  it('matches what is not decided anew, though killed in between; what is decided stays and says so', async () => {
    assert.ok((await card(waiting)).includes('重新匹配到这一对时'), 'not reached yet');
    await killedAfterOne();
    await supervisor.open(PAGE);
    assert.ok(supervisor.page.has('正在重新匹配：已完成 1 / 3'));
    await rematch();
    await supervisor.open(PAGE);
    assert.ok(supervisor.page.has('重新匹配已完成：3 / 3'));
    const [kept, renewed] = [await again(decided), await again(waiting)];
    assert.deepEqual([kept.score, kept.revision], [decided.score, decided.revision]);
    assert.equal(renewed.evidence.versions.weights, `${BUNDLED}.1`);
    assert.notEqual(renewed.score, waiting.score);
    assert.equal(renewed.revision, waiting.revision + 1, 'once, though both sides were matched');
    const text = await card(decided);
    assert.ok(
      text.includes(
        `由算法 ${ALGORITHM_VERSION}、权重 ${BUNDLED} 算出，现在用的是算法 ${ALGORITHM_VERSION}、权重 ${BUNDLED}.1`,
      ),
    );
    assert.ok(text.includes('分数和顺序保持当时的样子'));
    assert.ok(!(await card(waiting)).includes('现在用的是'));
  });

  it('reproduces a card after a year from what it keeps', async () => {
    world.clock.pass(YEAR_MS);
    operator = await signedIn(world, 'province');
    supervisor = await signedIn(world, 'supervisor');
    assert.ok((await card(decided)).includes(`仍得 ${decided.score} 分，与卡上一致`));
    const { score } = await again(waiting);
    assert.ok((await card(waiting)).includes(`仍得 ${score} 分，与卡上一致`));
  });

  it('goes back to the weights before, and to the scores they give', async () => {
    world.clock.set('2026-03-02T03:00:00Z');
    supervisor = await signedIn(world, 'supervisor');
    await supervisor.open(PAGE);
    await supervisor.follow(`重新启用这个版本 ${BUNDLED}`);
    await supervisor.submit({ text: '换回原来的' }, { button: '启用' });
    assert.ok(supervisor.page.has(`${BUNDLED} 使用中`) && supervisor.page.has('换回原来的'));
    assert.equal(world.services.matching.weighing.live.current(), BUNDLED_WEIGHTS);
    await rematch();
    assert.equal((await again(waiting)).score, waiting.score);
  });

  const MATRIX: [name: string, read: number, putLive: number][] = [
    ['city', 200, 403],
    ['province', 200, 403],
    ['supervisor', 200, 200],
    ['auditor', 200, 403],
    ['administrator', 403, 403],
    ['researcher', 403, 403],
  ];
  for (const [name, read, putLive] of MATRIX) {
    it(`answers ${name} with ${read} and ${putLive}`, async () => {
      const visitor = await signedIn(world, name);
      assert.equal((await visitor.open(PAGE)).status, read);
      const query = new URLSearchParams({ subject: '100' });
      for (const part of ['metrics', 'field', 'maturity', 'cooperation', 'price', 'region'])
        query.set(part, '0');
      assert.equal((await visitor.open(`${PAGE}/put-live?${query}`)).status, putLive);
    });
  }
});
