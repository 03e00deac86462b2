import assert from 'node:assert/strict';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyChain } from '../../../server/relay/hashChain.ts';
import { driftCount } from '../../../server/search/reconcile.ts';
import { bargain } from '../../crash/server/bargainers.ts';
import { checkActs } from '../../crash/server/checkActs.ts';
import { checkNews } from '../../crash/server/checkNews.ts';
import { checkRights, checkTrail } from '../../crash/server/checkTrail.ts';
import { createLedger, type Ledger } from '../../crash/server/ledger.ts';
import { answerAndWrite, askAndWrite, postDemands, type Scene } from '../../crash/server/owners.ts';
import { createPerson } from '../../crash/server/person.ts';
import { readMarket } from '../../crash/server/readMarket.ts';
import { emptyResult } from '../../crash/server/result.ts';
import { review } from '../../crash/server/reviewers.ts';
import type { Site } from '../../crash/server/site.ts';
import { describeProcesses } from './describeProcesses.ts';

const TAKEN_OVER_MS = 60_000;
const KILLS = 2;

describeProcesses('work that goes on', (servers) => {
  it('while one process is killed, with nothing lost and nothing done twice', async () => {
    const ledger = createLedger(join(servers().processes.directory, 'acknowledged.jsonl'));
    await workAndKill(ledger);
    const result = { ...emptyResult(), acknowledged: ledger.acts().length };
    const { services, models, close } = await servers().processes.services(TAKEN_OVER_MS);
    try {
      for (const job of ['runImports', 'sendMail']) assert.ok(await services.jobs.runNow(job), job);
      await services.background.drain();
      const market = await readMarket(models);
      checkActs(ledger.acts(), market, result);
      checkTrail(market, result);
      checkRights(market, result);
      const { folder, twice } = await lettersOfAll();
      await checkNews(folder, market, result);
      assert.ok(twice.length <= KILLS, `sent twice: ${twice.join(', ')}`);
      const { broken } = await verifyChain(services.stores.eventLog.all());
      assert.equal(broken, null);
      for (const index of ['public', 'matching'] as const)
        assert.equal(driftCount(await services.reconciler.drift(index)), 0, index);
    } finally {
      await close();
    }
    const { lost, twice, wrong, problems, acknowledged } = result;
    assert.deepEqual({ lost, twice, wrong, problems }, { lost: 0, twice: 0, wrong: 0, problems: [] });
    assert.ok(acknowledged > 10, `only ${acknowledged} acts were acknowledged`);
  });

  /** The people at one server go on while those at the other wait until it is back. */
  async function workAndKill(ledger: Ledger): Promise<void> {
    const { one, other, listing } = servers();
    let isOver = false;
    const scene: Scene = {
      ledger,
      isOver: () => isOver,
      idle: () => (isOver ? Promise.resolve() : ledger.next()),
    };
    const person = (site: Site, name: string) => createPerson(site, ledger, name);
    const buyer = await person(one, 'buyer');
    const city = await person(other, 'city-of-firm');
    const province = await person(one, 'province');
    const rival = await person(other, 'competitor');
    const owner = await person(one, 'researcher');
    const [licensee, licensor] = [await person(other, 'buyer'), await person(one, 'researcher')];
    const work = Promise.all([
      postDemands(buyer, scene),
      review(city, '初审通过', scene),
      review(province, '批准发布', scene),
      askAndWrite(rival, listing, scene),
      answerAndWrite(owner, scene),
      bargain(licensee, licensor, listing, scene),
    ]);
    for (let kill = 1; kill <= KILLS; kill++) {
      await Promise.race([work, ledger.pass(30)]);
      await other.kill();
      const before = ledger.acts().length;
      await Promise.race([work, ledger.pass(15)]);
      assert.ok(ledger.acts().length > before, 'the server that is left goes on');
      await other.start();
    }
    await Promise.race([work, ledger.pass(20)]);
    isOver = true;
    ledger.noteRequest();
    await work;
    await Promise.all([one.kill(), other.kill()]);
  }

  /** A server without SMTP_URL keeps its letters in its own folder; a letter that was under way at a kill may be in two. */
  async function lettersOfAll(): Promise<{ folder: string; twice: string[] }> {
    const { processes } = servers();
    const together = processes.folder('letters');
    await mkdir(together, { recursive: true });
    const twice: string[] = [];
    for (const name of ['one', 'other', 'test']) {
      const own = join(processes.folder(name), 'mail');
      const there = new Set(await readdir(together));
      const letters = await readdir(own).catch(() => []);
      twice.push(...letters.filter((letter) => letter.endsWith('.eml') && there.has(letter)));
      for (const letter of letters) await cp(join(own, letter), join(together, letter));
    }
    return { folder: together, twice };
  }
});
