import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pagesByInstant } from '../../server/pagesByInstant.ts';

interface Row {
  _id: string;
  updatedAt: Date;
}

const inOrder = (one: Row, other: Row) =>
  one.updatedAt.getTime() - other.updatedAt.getTime() || (one._id < other._id ? -1 : 1);

describe('reading everything in the order of change', () => {
  it('gives each document once, whatever shares an instant and whatever changes meanwhile', async () => {
    const world = fc.record({
      instants: fc.array(fc.nat(4), { maxLength: 40 }),
      pageSize: fc.integer({ min: 1, max: 7 }),
      touched: fc.array(fc.nat(40), { maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(world, async ({ instants, pageSize, touched }) => {
        const rows = instants.map((instant, n): Row => ({ _id: `d${n}`, updatedAt: new Date(instant) }));
        const changes = [...touched];
        let now = 1_000;
        const read = async (since: Date | null, limit: number) =>
          rows
            .filter(({ updatedAt }) => since === null || updatedAt >= since)
            .sort(inOrder)
            .slice(0, limit)
            .map((row) => ({ ...row }));
        const found: string[] = [];
        for await (const page of pagesByInstant(read, (row) => row.updatedAt, pageSize)) {
          assert.ok(page.length > 0);
          found.push(...page.map(({ _id }) => _id));
          const changed = rows.find(({ _id }) => _id === `d${changes.pop()}`);
          if (changed) changed.updatedAt = new Date(now++);
        }
        assert.deepEqual(found.sort(), rows.map(({ _id }) => _id).sort());
      }),
    );
  });

  it('goes backwards as well, each document once', async () => {
    const world = fc.record({
      instants: fc.array(fc.nat(4), { maxLength: 40 }),
      pageSize: fc.integer({ min: 1, max: 7 }),
    });
    await fc.assert(
      fc.asyncProperty(world, async ({ instants, pageSize }) => {
        const rows = instants.map((instant, n): Row => ({ _id: `d${n}`, updatedAt: new Date(instant) }));
        const newest = rows.toSorted((one, other) => inOrder(other, one));
        const read = async (until: Date | null, limit: number) =>
          newest.filter(({ updatedAt }) => until === null || updatedAt <= until).slice(0, limit);
        const found: Row[] = [];
        for await (const page of pagesByInstant(read, (row) => row.updatedAt, pageSize)) found.push(...page);
        assert.deepEqual(found, newest);
      }),
    );
  });
});
