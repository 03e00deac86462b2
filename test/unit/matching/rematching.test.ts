import assert from 'node:assert/strict';
import type { ListingRecord } from '../../../models/records.ts';
import { conflict } from '../../../server/errors.ts';
import type { LiveWeights } from '../../../server/matching/weighing/liveWeights.ts';
import { createPacer } from '../../../server/matching/weighing/pacer.ts';
import { createRematching, type Progress } from '../../../server/matching/weighing/rematching.ts';
import { BUNDLED_WEIGHTS } from '../../../server/matching/weights.ts';
import { listingRecord, NOW } from '../../support/listingRecords.ts';

const PUBLISHED = ['A1', 'A2', 'A3', 'D1', 'D2'];
const listings: ListingRecord[] = [
  ...PUBLISHED.map((_id) => listingRecord({ _id, publication: 'published' })),
  ...['A2w', 'A2x', 'A2y', 'A2z'].map((_id) => listingRecord({ _id, publication: 'withdrawn' })),
].sort((left, right) => (left._id < right._id ? -1 : 1));

/** What survives the death of a process: the setting, the weights that are live, and what was matched. */
function openInstallation(pageSize = 2) {
  const kept: { progress: Progress | null; weights: string; matched: string[]; isTouched: boolean } = {
    progress: null,
    weights: 'w1',
    matched: [],
    isTouched: false,
  };
  const live: LiveWeights = {
    current: () => ({ version: kept.weights, parts: BUNDLED_WEIGHTS.parts }),
    isUntouched: () => !kept.isTouched,
    refresh: async () => {},
  };
  /** A process; `onStep` is told before and after each write and may throw, as if it was killed there. */
  const start = (onStep: (step: string) => void = () => {}, isIndexHealthy = true) =>
    createRematching({
      settings: {
        find: async <Value>() => structuredClone(kept.progress) as Value | null,
        async set(_name, value) {
          onStep('before the note');
          kept.progress = structuredClone(value) as Progress;
          onStep('after the note');
        },
      },
      leases: { hold: (_name, _durationMs, work) => work() },
      listingsAfter: async (reference) => listings.filter(({ _id }) => _id > reference).slice(0, pageSize),
      countPublished: async () => PUBLISHED.length,
      async match(reference) {
        onStep(`before ${reference}`);
        kept.matched.push(`${reference} ${kept.weights}`);
        onStep(`after ${reference}`);
      },
      live,
      isIndexHealthy: async () => isIndexHealthy,
      pace: createPacer(async () => {}),
      clock: { now: () => NOW },
    });
  const putLive = (version: string) => Object.assign(kept, { weights: version, isTouched: true });
  return { kept, start, putLive };
}

describe('matching everything anew', () => {
  it('does nothing where nobody ever put weights live', async () => {
    const { kept, start } = openInstallation();
    await start().work();
    assert.deepEqual(kept.matched, []);
    assert.ok(kept.progress?.finishedAt);
  });

  it('matches every published listing once with the new weights, and says how far it is', async () => {
    const { kept, start, putLive } = openInstallation(50);
    await start().work();
    putLive('w1.1');
    await start().work();
    assert.deepEqual(
      kept.matched,
      PUBLISHED.map((reference) => `${reference} w1.1`),
    );
    assert.equal(kept.progress?.done, 5);
    assert.equal(kept.progress?.total, 5);
    await start().work();
    assert.equal(kept.matched.length, 5, 'once is enough');
  });

  it('begins again when other weights are put live meanwhile', async () => {
    const { kept, start, putLive } = openInstallation(50);
    putLive('w1.1');
    await start((step) => {
      if (step === 'after A3') putLive('w1.2');
    }).work();
    assert.deepEqual(
      kept.matched.filter((line) => line.endsWith('w1.2')),
      PUBLISHED.map((reference) => `${reference} w1.2`),
    );
  });

  it('goes on where it was after being killed at any step, and leaves nothing out', async () => {
    let steps = 0;
    const whole = openInstallation();
    whole.putLive('w1.1');
    const count = () => {
      steps += 1;
    };
    await whole.start(count).work();
    assert.ok(steps > 20);
    for (let last = 1; last <= steps; last += 1) {
      const { kept, start, putLive } = openInstallation();
      putLive('w1.1');
      let step = 0;
      const killed = start(() => {
        step += 1;
        if (step >= last) throw new Error('killed');
      }).work();
      await assert.rejects(killed, /killed/);
      await start().work();
      assert.deepEqual(
        [...new Set(kept.matched)],
        PUBLISHED.map((one) => `${one} w1.1`),
        `step ${last}`,
      );
      assert.ok(kept.matched.length <= PUBLISHED.length + 1, 'at most the one under way is matched again');
      assert.ok(kept.progress?.finishedAt);
    }
  });

  it('stops after the listing under way and goes on in the next process', async () => {
    const { kept, start, putLive } = openInstallation(50);
    putLive('w1.1');
    const first = start((step) => {
      if (step === 'after A2') void first.stop();
    });
    await first.work();
    assert.deepEqual(kept.matched, ['A1 w1.1', 'A2 w1.1']);
    assert.equal(kept.progress?.finishedAt, null);
    await start().work();
    assert.deepEqual(
      kept.matched,
      PUBLISHED.map((reference) => `${reference} w1.1`),
    );
  });

  it('matches a listing again when somebody decided at the same instant', async () => {
    const { kept, start, putLive } = openInstallation();
    putLive('w1.1');
    let refusals = 0;
    await start((step) => {
      if (step !== 'before A2' || refusals === 2) return;
      refusals += 1;
      throw conflict();
    }).work();
    assert.equal(refusals, 2);
    assert.equal(kept.progress?.done, 5);
  });

  it('leaves a listing out after failing five times, but waits for as long as the index is down', async () => {
    const fails = (step: string) => {
      if (step === 'before A2') throw new Error('cannot be read');
    };
    const waiting = openInstallation();
    waiting.putLive('w1.1');
    for (let round = 0; round < 8; round += 1) await assert.rejects(waiting.start(fails, false).work());
    assert.deepEqual(waiting.kept.progress?.failed, []);
    const { kept, start, putLive } = openInstallation();
    putLive('w1.1');
    for (let round = 0; round < 5; round += 1) await assert.rejects(start(fails).work(), /cannot be read/);
    await start(fails).work();
    assert.deepEqual(kept.progress?.failed, ['A2']);
    assert.equal(kept.progress?.done, 4);
    assert.ok(kept.progress?.finishedAt);
  });
});

describe('the pace of work in the background', () => {
  it('rests after each piece and hands on what it gave', async () => {
    const rests: number[] = [];
    const pace = createPacer(async (durationMs) => void rests.push(durationMs));
    assert.equal(await pace(async () => 'done'), 'done');
    await pace(async () => {});
    assert.equal(rests.length, 2);
    assert.ok(rests.every((durationMs) => durationMs >= 0 && durationMs <= 2_000));
  });
});
