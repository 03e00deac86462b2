import assert from 'node:assert/strict';
import type { Request, Response } from 'express';
import { ApplicationError } from '../../../server/errors.ts';
import type { LimitCount } from '../../../server/web/limitCountStore.ts';
import { createLimits, LIMITS, type Limit } from '../../../server/web/limits.ts';
import { createSharedCounts, type SharedCounts } from '../../../server/web/sharedCounts.ts';

const THREE: Limit = { points: 3, seconds: 900 };

/** Tries to sign in so many times from one address; how often it was let through. */
async function tries(count: number, shared: SharedCounts | null, ip = '192.0.2.1'): Promise<number> {
  const { signIn } = createLimits({ ...LIMITS, signIn: THREE }, shared);
  let passed = 0;
  for (let n = 0; n < count; n++) {
    const response = { set: () => response } as unknown as Response;
    await signIn({ ip } as Request, response, (error?: unknown) => {
      if (error === undefined) passed += 1;
      else assert.ok(error instanceof ApplicationError && error.kind === 'tooMany');
    });
  }
  return passed;
}

describe('limits whose counts are shared', () => {
  let warnings: string[] = [];
  const log = { warn: (_: object, message: string) => void warnings.push(message) } as never;
  const sharing = (count: (key: string) => Promise<LimitCount>) =>
    createSharedCounts({ counts: { count }, key: 'a key', log, patienceMs: 20 });
  beforeEach(() => {
    warnings = [];
  });

  it('refuse what is too much over all processes, each under its own name', async () => {
    const rows = new Map<string, number>();
    const counts = async (key: string) => {
      rows.set(key, (rows.get(key) ?? 0) + 1);
      return { count: rows.get(key) ?? 0, until: new Date(Date.now() + 60_000) };
    };
    assert.equal(await tries(2, sharing(counts)), 2);
    assert.equal(await tries(3, sharing(counts)), 1, 'another process, the same address');
    assert.equal(await tries(3, sharing(counts), '192.0.2.2'), 3);
    assert.deepEqual([...rows.values()], [5, 3]);
    assert.ok(![...rows.keys()].some((key) => key.includes('192.0.2')), 'no address is written down');
  });

  it('do not bother the store with what the process refuses by itself', async () => {
    let asked = 0;
    const counts = async () => {
      asked += 1;
      return { count: 1, until: new Date() };
    };
    assert.equal(await tries(10, sharing(counts)), 3);
    assert.equal(asked, 3);
  });

  it('are those of the process when the store is down, and neither open nor shut', async () => {
    let asked = 0;
    const down = async () => {
      asked += 1;
      throw new Error('not connected');
    };
    assert.equal(await tries(10, sharing(down)), 3);
    assert.equal(asked, 1, 'the store is left alone for a while');
    assert.deepEqual(warnings, ['limits are counted by this process alone for now']);
  });

  it('do not wait long for a store that does not answer', async () => {
    assert.equal(
      await tries(
        10,
        sharing(() => new Promise(() => {})),
      ),
      3,
    );
    assert.equal(warnings.length, 1);
  });

  it('ask the store again after a while', async () => {
    let time = 0;
    let isDown = true;
    const count = async () => {
      if (isDown) throw new Error('not connected');
      return { count: 4, until: new Date() };
    };
    const shared = createSharedCounts({ counts: { count }, key: 'a key', log, now: () => time });
    assert.equal(await shared.count('signIn', 'x', 60), null);
    isDown = false;
    assert.equal(await shared.count('signIn', 'x', 60), null);
    time = 10_000;
    assert.equal((await shared.count('signIn', 'x', 60))?.count, 4);
  });
});
