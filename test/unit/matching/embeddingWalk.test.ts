import assert from 'node:assert/strict';
import type { ListingRecord } from '../../../models/records.ts';
import { conflict } from '../../../server/errors.ts';
import { createEmbeddingWalk } from '../../../server/matching/vectors/embeddingWalk.ts';
import type { ListingVector } from '../../../server/matching/vectors/listingVectorStore.ts';
import { NOW } from '../../support/listingRecords.ts';
import { supply } from '../../support/matchWorld.ts';

type Answer = (texts: readonly string[], givenUp?: AbortSignal) => Promise<Float32Array[]>;

const good: Answer = async (texts) => texts.map(() => Float32Array.of(1, 0));

/** A walk over so many listings, beside whatever it writes. */
function walkOver(count: number) {
  const listings: ListingRecord[] = Array.from({ length: count }, (_, index) => ({
    ...supply(),
    _id: `A-2026-${String(index + 1).padStart(6, '0')}`,
  }));
  const world = {
    rows: new Map<string, ListingVector>(),
    settings: new Map<string, unknown>(),
    batches: [] as number[],
    matched: [] as string[],
    told: [] as string[],
    answer: good,
    match: async (_reference: string) => {},
  };
  const walk = createEmbeddingWalk({
    client: {
      vectorsOf: async (texts, givenUp) => {
        if (texts.length > 0) world.batches.push(texts.length);
        return world.answer(texts, givenUp);
      },
    },
    model: 'one',
    isPrivateAllowed: false,
    store: {
      marksOf: async (references) => references.flatMap((reference) => world.rows.get(reference) ?? []),
      save: async (row) => void world.rows.set(row._id, row),
      noteMatched: async (reference) => {
        const row = world.rows.get(reference);
        if (row) world.rows.set(reference, { ...row, isMatched: true });
      },
    },
    memory: { remember: async () => {} },
    settings: {
      find: async <Value>(name: string) => (world.settings.get(name) ?? null) as Value | null,
      set: async (name, value) => void world.settings.set(name, value),
    },
    leases: { hold: async (_name, _durationMs, work) => work() },
    listingsAfter: async (reference, limit) => listings.filter(({ _id }) => _id > reference).slice(0, limit),
    match: async (reference) => {
      await world.match(reference);
      world.matched.push(reference);
    },
    pace: (work) => work(),
    clock: { now: () => NOW },
    log: {
      warn: (_: unknown, text?: string) => void world.told.push(text ?? ''),
      info: (text: unknown) => void world.told.push(String(text)),
    } as never,
  });
  return { ...walk, world };
}

describe('the walk that has vectors made', () => {
  it('asks for sixteen at a time and sixteen times a run, and goes on where it was', async () => {
    const { work, progress, world } = walkOver(300);
    await work();
    assert.deepEqual(world.batches, Array(16).fill(16));
    assert.deepEqual([(await progress()).cursor, (await progress()).finishedAt], ['A-2026-000256', null]);
    await work();
    assert.equal(world.rows.size, 300);
    assert.deepEqual([(await progress()).cursor, (await progress()).finishedAt], ['', NOW]);
    assert.equal(new Set(world.matched).size, 300);
    await work();
    assert.equal(world.batches.length, 19, 'nothing changed');
  });

  it('matches again at the next walk where somebody decided at the same instant', async () => {
    const { work, world } = walkOver(2);
    world.match = async (reference) => {
      if (reference.endsWith('1')) throw conflict();
    };
    await work();
    assert.deepEqual(world.matched, ['A-2026-000002']);
    world.match = async () => {};
    await work();
    assert.deepEqual(world.matched, ['A-2026-000002', 'A-2026-000001']);
    assert.equal(world.batches.length, 1);
  });

  it('pauses when the service fails, says so once, and says when it is over', async () => {
    const { work, progress, world } = walkOver(20);
    world.answer = () => Promise.reject(new Error('down'));
    await work();
    await work();
    assert.equal(world.batches.length, 2);
    const { failures, failingSince, error, cursor } = await progress();
    assert.deepEqual([failures, failingSince, error, cursor], [2, NOW, 'Error: down', '']);
    world.answer = good;
    await work();
    assert.equal(world.rows.size, 20);
    assert.equal((await progress()).failures, 0);
    assert.deepEqual(world.told, [
      'the embedding service fails and will be asked again',
      'the embedding service answers again',
    ]);
  });

  it('stops without waiting for a service that never answers, which is no failure', async () => {
    const { work, stop, progress, world } = walkOver(2);
    const { promise: isAsked, resolve } = Promise.withResolvers<void>();
    world.answer = (_texts, givenUp) =>
      new Promise((_resolve, reject) => {
        givenUp?.addEventListener('abort', () => reject(givenUp.reason));
        resolve();
      });
    const run = work();
    await isAsked;
    await stop();
    await run;
    assert.equal((await progress()).failures, 0);
    assert.equal(world.rows.size, 0);
  });
});
