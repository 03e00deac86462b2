import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { createHousekeepingJobs } from '../../../server/jobs/housekeepingJobs.ts';
import type { Job } from '../../../server/jobs/job.ts';
import { createJobRunner } from '../../../server/jobs/jobRunner.ts';
import { AUDIT_HEAD } from '../../../server/jobs/publishAuditHead.ts';
import { createLeaseStore } from '../../../server/relay/leaseStore.ts';
import { type AccountWorld, openAccountWorld } from '../../support/accountWorld.ts';

const MINUTE_MS = 60_000;

describe('jobs', () => {
  let world: AccountWorld;
  let failures: string[];
  beforeEach(async () => {
    world = await openAccountWorld();
    failures = [];
  });
  afterEach(() => {
    mock.timers.reset();
    return world.close();
  });

  function runner(jobs: Job[], holder = 'one') {
    const leases = createLeaseStore({ leases: world.models.leases, clock: world.clock, holder });
    return createJobRunner({ jobs, leases, clock: world.clock, onFailure: (job) => failures.push(job) });
  }
  function job(run: () => Promise<unknown>, name = 'count'): Job {
    return { name, intervalMs: 10 * MINUTE_MS, run };
  }

  it('are done when their interval is over, and the last run is kept', async () => {
    let count = 0;
    const jobs = runner([job(async () => ++count)]);
    assert.deepEqual(await jobs.runDue(), ['count']);
    assert.deepEqual(await jobs.runDue(), []);
    world.pass(9 * MINUTE_MS);
    assert.deepEqual(await jobs.runDue(), []);
    world.pass(MINUTE_MS);
    assert.deepEqual(await jobs.runDue(), ['count']);
    const row = await world.stores.leases.find('job:count');
    assert.deepEqual(row?.lastResult, { isDone: true, result: 2 });
    assert.deepEqual(row?.lastRunAt, world.time.now);
  });

  it('are done by one of several processes', async () => {
    let count = 0;
    const work = job(async () => {
      await null;
      count += 1;
    });
    await Promise.all(['one', 'two', 'three'].map((holder) => runner([work], holder).runDue()));
    assert.equal(count, 1);
  });

  it('go on when one fails, and try that one again later', async () => {
    let count = 0;
    const broken = job(async () => {
      throw new Error('broken');
    }, 'broken');
    const jobs = runner([broken, job(async () => ++count)]);
    assert.deepEqual(await jobs.runDue(), ['broken', 'count']);
    assert.deepEqual(failures, ['broken']);
    world.pass(10 * MINUTE_MS);
    await jobs.runDue();
    assert.deepEqual(failures, ['broken', 'broken']);
  });

  it('are taken over within a minute when the process that had them died', async () => {
    const started = Promise.withResolvers<void>();
    const neverDone = job(() => {
      started.resolve();
      return new Promise(() => {});
    });
    mock.timers.enable({ apis: ['setInterval'] });
    void runner([neverDone], 'dead').runNow('count');
    await started.promise;
    const jobs = runner([job(async () => null)]);
    assert.equal(await jobs.runNow('count'), false);
    world.pass(MINUTE_MS);
    assert.equal(await jobs.runNow('count'), true);
    await assert.rejects(jobs.runNow('unknown'));
  });

  it('stay with the process that is at them, however long they take', async () => {
    const started = Promise.withResolvers<void>();
    const finished = Promise.withResolvers<void>();
    mock.timers.enable({ apis: ['setInterval'] });
    const work = runner([
      job(() => {
        started.resolve();
        return finished.promise;
      }),
    ]).runNow('count');
    await started.promise;
    for (let passed = 0; passed < 2 * MINUTE_MS; passed += MINUTE_MS / 6) {
      world.pass(MINUTE_MS / 6);
      mock.timers.tick(MINUTE_MS / 6);
      await prolonged();
      assert.equal(await runner([job(async () => null)], 'other').runNow('count'), false);
    }
    finished.resolve();
    assert.equal(await work, true);
  });

  /** Until the lease lasts longer than now; the heartbeat that prolongs it is waited for by nobody. */
  async function prolonged(): Promise<void> {
    for (;;) {
      const row = await world.stores.leases.find('job:count');
      if (row !== null && row.until.getTime() - world.time.now.getTime() >= MINUTE_MS / 4) return;
      await setImmediate();
    }
  }

  it('are done again, not at the same time, when they are asked for while under way', async () => {
    let atOnce = 0;
    let most = 0;
    const jobs = runner([
      job(async () => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        await setImmediate();
        atOnce -= 1;
      }),
    ]);
    const asked = Array.from({ length: 3 }, () => jobs.runNow('count'));
    assert.deepEqual(await jobs.runDue(), []);
    assert.deepEqual(await Promise.all(asked), [true, true, true]);
    assert.equal(most, 1);
  });

  it('keep the house: over links and sessions, logged occurrences, the published head', async () => {
    await world.person('zhou');
    await world.accounts.passwordService.ask('zhou@market.example');
    await world.models.sessions.create({
      _id: 's',
      accountId: 'zhou',
      content: {},
      expiresAt: world.time.now,
    });
    await world.accounts.signIn.verify('zhou@market.example', 'wrong password');
    await world.drain();
    await world.accounts.signIn.verify('zhou@market.example', 'wrong password');
    world.pass(30 * 3_600_000);
    await runner(createHousekeepingJobs({ ...world, config: { dataDirectory: world.directory } })).runDue();
    assert.deepEqual(failures, []);
    assert.equal(await world.models.tokens.countDocuments({}), 0);
    assert.equal(await world.models.sessions.countDocuments({}), 0);
    assert.equal(
      await world.models.occurrences.countDocuments({}),
      1,
      'the one that still waits for the log',
    );
    const head = await world.stores.eventLog.head();
    assert.deepEqual(await world.stores.settings.find(AUDIT_HEAD), { day: '2026-03-03', ...head });
  });
});
