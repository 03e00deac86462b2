import assert from 'node:assert/strict';
import { readConfig } from '../../../server/config.ts';
import type { ListingVector } from '../../../server/matching/vectors/listingVectorStore.ts';
import { createVectorMemory } from '../../../server/matching/vectors/vectorMemory.ts';
import { textOfVector } from '../../../server/matching/vectors/vectorText.ts';

function vector(_id: string, numbers: number[] | null, change: Partial<ListingVector> = {}): ListingVector {
  return {
    _id,
    kind: _id.startsWith('D') ? 'demand' : 'achievement',
    model: 'one',
    key: 'key',
    vector: numbers === null ? null : textOfVector(Float32Array.from(numbers)),
    isMatched: true,
    madeAt: new Date('2026-03-02T02:00:00Z'),
    ...change,
  };
}

/** A memory over rows a test may change. */
function memoryOf(rows: ListingVector[], mostKept?: number) {
  const madeSince = async (from: Date | null, limit: number) =>
    rows
      .filter(({ madeAt }) => from === null || madeAt >= from)
      .toSorted((left, right) => left.madeAt.getTime() - right.madeAt.getTime())
      .slice(0, limit);
  return createVectorMemory({ madeSince }, { model: 'one', ...(mostKept ? { mostKept } : {}) });
}

const idsOf = (found: { id: string }[]) => found.map(({ id }) => id);

describe('the nearest vectors', () => {
  it('are by cosine, of the wanted kinds, without the subject, no more than asked for', async () => {
    const memory = memoryOf([
      vector('D1', [1, 0]),
      vector('A1', [0, 1]),
      vector('A2', [1, 0]),
      vector('A3', [0.6, 0.8]),
      vector('D2', [1, 0]),
    ]);
    const found = await memory.nearest('D1', { kinds: ['achievement'] }, 2);
    assert.deepEqual(idsOf(found), ['A2', 'A3']);
    assert.ok(Math.abs((found[1]?.score ?? 0) - 0.6) < 1e-6);
    assert.deepEqual(idsOf(await memory.nearest('D1', {}, 9)), ['A2', 'D2', 'A3', 'A1']);
  });

  it('are the best of many, whatever order they come in', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => {
      const angle = ((index * 787) % 2_000) / 2_000;
      return vector(`A${index}`, [Math.cos(angle), Math.sin(angle)]);
    });
    const found = await memoryOf([...many, vector('D1', [1, 0])]).nearest(
      'D1',
      { kinds: ['achievement'] },
      3,
    );
    const nearest = [0, 1, 2].map(
      (place) => `A${many.findIndex((_, index) => (index * 787) % 2_000 === place)}`,
    );
    assert.deepEqual(idsOf(found), nearest);
  });

  it('are none for an unknown subject, nor where more than a kind is asked for', async () => {
    const memory = memoryOf([vector('D1', [1, 0]), vector('A1', [1, 0])]);
    assert.deepEqual(await memory.nearest('row 1', {}, 9), []);
    assert.deepEqual(await memory.nearest('D1', { facets: { field: ['energy'] } }, 9), []);
  });

  it('leave out those of another length or of another model', async () => {
    const rows = [vector('D1', [1, 0]), vector('A1', [1, 0, 0]), vector('A2', [1, 0], { model: 'two' })];
    assert.deepEqual(await memoryOf(rows).nearest('D1', {}, 9), []);
  });

  it('follow what others have stored since, also with the same instant and also when a vector is gone', async () => {
    const rows = [vector('D1', [1, 0]), vector('A1', [1, 0])];
    const memory = memoryOf(rows);
    assert.deepEqual(idsOf(await memory.nearest('D1', {}, 9)), ['A1']);
    rows.push(vector('A2', [1, 0]));
    rows[1] = vector('A1', null, { madeAt: new Date('2026-03-02T03:00:00Z') });
    assert.deepEqual(idsOf(await memory.nearest('D1', {}, 9)), ['A2']);
  });

  it('are among so many listings at most', async () => {
    const memory = memoryOf([vector('D1', [1, 0]), vector('A1', [1, 0]), vector('A2', [1, 0])], 2);
    assert.deepEqual(idsOf(await memory.nearest('D1', {}, 9)), ['A1']);
  });
});

describe('naming an embedding service', () => {
  it('needs a model, and an address of the web', () => {
    assert.equal(readConfig({}).embedding, undefined);
    assert.throws(() => readConfig({ EMBEDDING_URL: 'http://127.0.0.1:1' }), /EMBEDDING_MODEL: is needed/);
    assert.throws(() => readConfig({ EMBEDDING_URL: 'file:///a', EMBEDDING_MODEL: 'a' }), /EMBEDDING_URL/);
    const { embedding } = readConfig({ EMBEDDING_URL: 'http://127.0.0.1:1', EMBEDDING_MODEL: 'a' });
    assert.equal(embedding?.isPrivateAllowed, false);
  });
});
