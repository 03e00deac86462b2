import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { createLog } from '../../server/log.ts';
import { openServices } from '../../server/openServices.ts';
import { verifyChain } from '../../server/relay/hashChain.ts';
import { driftCount } from '../../server/search/reconcile.ts';
import type { TestApp } from '../support/app.ts';
import { prepareMarket } from '../support/market.ts';

/** Every third step in the suite that runs all the time; the rounds of `test:crash` stop anywhere. */
const STRIDE = 3;
const CHILD = join(import.meta.dirname, '../support/stopAtStep.ts');

interface Ended {
  signal: string | null;
  reference: string;
  steps: number;
}

describe('a process killed between any two steps of relay and consumers', function () {
  this.timeout(300_000);
  let directory: string;
  const variables = () => ({ DATA_DIR: directory, LOG_LEVEL: 'silent' });
  const open = (hours = 0) => {
    const config = readConfig(variables());
    return openServices({
      config,
      clock: { now: () => new Date(Date.now() + hours * 3_600_000) },
      log: createLog(config),
    });
  };

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'dual-helix-crash-'));
    const { services, close } = await open();
    await prepareMarket({ services } as TestApp);
    await close();
  });
  after(() => rm(directory, { recursive: true, force: true }));

  const run = (stopAt: number) =>
    new Promise<Ended>((resolve) => {
      execFile(
        process.execPath,
        [CHILD, String(stopAt)],
        { env: { ...process.env, ...variables() } },
        (error, stdout) => {
          const [reference = '', steps = ''] = stdout.split('\n');
          resolve({ signal: error?.signal ?? null, reference, steps: Number(steps.replace('steps ', '')) });
        },
      );
    });

  it('loses nothing and does nothing twice', async () => {
    const posted: string[] = [];
    for (let stopAt = 1; ; stopAt += STRIDE) {
      const ended = await run(stopAt);
      posted.push(ended.reference);
      if (ended.signal === null) {
        assert.ok(ended.steps < stopAt, 'the last process had fewer steps than it was to stop at');
        break;
      }
    }
    assert.ok(posted.length > 5, `only ${posted.length} processes were needed`);
    await everythingIsThereOnce(posted);
  });

  async function everythingIsThereOnce(posted: string[]): Promise<void> {
    const { services, close } = await open(posted.length + 1);
    try {
      await services.background.drain();
      const events: { name: string; subject: { id: string } }[] = [];
      for await (const event of services.stores.eventLog.all()) events.push(event);
      for (const reference of posted) {
        assert.equal((await services.stores.listings.get(reference)).review, 'submitted');
        const names = events.filter(({ subject }) => subject.id === reference).map(({ name }) => name);
        assert.deepEqual(names, ['listing.start', 'listing.submit']);
      }
      assert.equal((await verifyChain(services.stores.eventLog.all())).broken, null);
      for (const index of ['public', 'matching'] as const)
        assert.equal(driftCount(await services.reconciler.drift(index)), 0);
      await eachLetterIsThereOnce(posted);
    } finally {
      await close();
    }
  }

  /** The operator of the city is told of each submission, by one letter named after the event. */
  async function eachLetterIsThereOnce(posted: string[]): Promise<void> {
    const letters = (await readdir(join(directory, 'mail'))).filter((name) =>
      name.endsWith('-city-of-firm.eml'),
    );
    assert.equal(letters.length, posted.length);
  }
});
