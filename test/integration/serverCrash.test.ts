import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkMarket } from '../crash/server/checkMarket.ts';
import { readLedger } from '../crash/server/ledger.ts';
import { openMarket } from '../crash/server/openMarket.ts';
import { randomFrom } from '../crash/server/randomFrom.ts';
import { emptyResult } from '../crash/server/result.ts';
import { runServerRounds } from '../crash/server/serverRounds.ts';

/** `npm run test:crash -- --rounds 20` does the same for longer. */
describe('a server killed while people work on it', function () {
  this.timeout(300_000);
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'dual-helix-crash-'));
  });
  after(() => rm(directory, { recursive: true, force: true }));

  it('has everything they were told is done, once', async () => {
    const { acknowledged, lost, twice, wrong, problems } = await runServerRounds(directory, {
      rounds: 2,
      rows: 8,
      script: { files: 1, kills: 1 },
      requests: [10, 30],
      random: randomFrom(7),
    });
    assert.deepEqual({ lost, twice, wrong, problems }, { lost: 0, twice: 0, wrong: 0, problems: [] });
    assert.ok(acknowledged > 5, `only ${acknowledged} acts were acknowledged`);
  });

  it('would be found out if a listing, a letter or a document of the index were missing', async () => {
    const dataDirectory = join(directory, 'data');
    const mailFolder = join(dataDirectory, 'mail');
    const { services, models, close } = await openMarket(dataDirectory);
    const acts = readLedger(join(directory, 'acknowledged.jsonl'));
    const posted = acts.find((act) => act.kind === 'listing');
    await models.listings.deleteOne({ _id: posted?.reference ?? '' });
    const [patent] = (await services.search.compare('public', '', 100)).filter(({ id }) =>
      id.startsWith('P'),
    );
    await services.search.apply('public', [{ remove: patent?.id ?? '' }]);
    await close();
    const [letter] = (await readdir(mailFolder)).filter((name) => name.endsWith('.eml'));
    await rm(join(mailFolder, letter ?? ''));

    const found = emptyResult();
    await checkMarket(dataDirectory, acts, found);
    const texts = found.problems.join('\n');
    assert.match(texts, /lost: the listing D-/);
    assert.match(texts, /lost: the letter/);
    assert.match(texts, /wrong: the public index differs/);
  });
});
