import assert from 'node:assert/strict';
import type { LoggedEvent } from '../../../models/records.ts';
import { CHAIN_START, canonicalJson, hashOf, verifyChain } from '../../../server/relay/hashChain.ts';

function chain(length: number): LoggedEvent[] {
  const rows: LoggedEvent[] = [];
  for (let sequence = 1; sequence <= length; sequence++) {
    const row = {
      _id: `event-${sequence}`,
      sequence,
      at: new Date(Date.UTC(2026, 0, sequence)),
      name: 'listing.submit',
      actor: { accountId: 'a', organisationId: 'o', role: 'member' },
      subject: { noun: 'listing', id: 'A-2026-000001R' },
      detail: { version: sequence },
      previousHash: rows.at(-1)?.hash ?? CHAIN_START,
    };
    rows.push({ ...row, hash: hashOf(row) });
  }
  return rows;
}

async function* each(rows: LoggedEvent[]) {
  yield* rows;
}

describe('the hash chain', () => {
  it('holds for rows that were not touched', async () => {
    const rows = chain(20);
    const result = await verifyChain(each(rows));
    assert.deepEqual(result, { rows: 20, headSequence: 20, headHash: rows[19]?.hash, broken: null });
  });

  it('names the first row in which one byte was changed', async () => {
    const rows = chain(5).map((row) => (row.sequence === 3 ? { ...row, detail: { version: 4 } } : row));
    const { broken } = await verifyChain(each(rows));
    assert.deepEqual(broken, { sequence: 3, eventId: 'event-3', problem: 'hash' });
  });

  it('names the row after a row that was changed together with its hash', async () => {
    const rows = chain(5).map((row) => {
      if (row.sequence !== 3) return row;
      const changed = { ...row, detail: { version: 4 } };
      return { ...changed, hash: hashOf(changed) };
    });
    assert.equal((await verifyChain(each(rows))).broken?.problem, 'link');
    assert.equal((await verifyChain(each(rows))).broken?.sequence, 4);
  });

  it('notices a row that was taken out', async () => {
    const rows = chain(5).filter((row) => row.sequence !== 2);
    assert.deepEqual((await verifyChain(each(rows))).broken, {
      sequence: 3,
      eventId: 'event-3',
      problem: 'gap',
    });
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order of keys', () => {
    assert.equal(
      canonicalJson({ b: 1, a: [{ d: null, c: 'x' }] }),
      canonicalJson({ a: [{ c: 'x', d: null }], b: 1 }),
    );
  });
  it('leaves out what is undefined, as the store does', () => {
    assert.equal(canonicalJson({ a: undefined, b: new Date(0) }), '{"b":"1970-01-01T00:00:00.000Z"}');
  });
});
