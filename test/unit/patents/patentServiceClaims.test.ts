import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Claim, createPatentClaims } from '../../../server/patents/patentClaims.ts';
import { createPatentStore } from '../../../server/patents/patentStore.ts';
import { createChangeRecorder } from '../../../server/relay/change.ts';
import { NOW, PATENT_ID, patentRecord } from '../../support/listingRecords.ts';
import { createListingWorld, people } from '../../support/listingWorld.ts';
import { openTemporaryStore } from '../../support/temporaryStore.ts';

const SECOND = 'CN-97101765.4';
const KINDS: Claim['kind'][] = ['exclusive-licence', 'sole-licence', 'open-licence'];

describe('of two people who claim a patent at once', () => {
  for (const one of KINDS)
    for (const other of KINDS) {
      it(`one gets it: ${one} against ${other}`, async () => {
        const { claims, putPatent, patents } = createListingWorld();
        await putPatent({});
        const results = await Promise.allSettled([
          claims.claim(people.provinceReviewer, [PATENT_ID], { kind: one, by: 'O-1' }),
          claims.claim(people.cityReviewer, [PATENT_ID], { kind: other, by: 'T-1' }),
        ]);
        assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
        const lost = results.find((result) => result.status === 'rejected')?.reason;
        const { encumbrances } = await patents.get(PATENT_ID);
        assert.equal(encumbrances.length, 1);
        assert.equal(lost.explanation, `patents:taken.${encumbrances[0]?.kind}`);
      });
    }

  it('one gets it in the real store too, and ten who claim for different deals leave one claim', async () => {
    const { models, close } = await openTemporaryStore();
    try {
      const store = createPatentStore(models);
      const claims = createPatentClaims({
        store,
        recorder: createChangeRecorder({ clock: { now: () => NOW }, auditKey: 'key' }),
      });
      await store.add(patentRecord());
      const results = await Promise.allSettled(
        Array.from({ length: 10 }, (_, index) =>
          claims.claim(people.provinceReviewer, [PATENT_ID], { kind: 'exclusive-licence', by: `T-${index}` }),
        ),
      );
      assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
      const { encumbrances, revision, pending } = await store.get(PATENT_ID);
      assert.deepEqual([encumbrances.length, revision, pending.length], [1, 2, 1]);
    } finally {
      await close();
    }
  });
});

describe('several patents claimed together', () => {
  it('are all given back when one of them is refused', async () => {
    const { claims, putPatent, patents } = createListingWorld();
    await putPatent({});
    await putPatent({
      _id: SECOND,
      encumbrances: [{ kind: 'preservation', by: 'declared', since: '2025-01-01', hasConsent: false }],
    });
    const claim = { kind: 'sole-licence', by: 'T-1' } as const;
    await assert.rejects(claims.claim(people.provinceReviewer, [SECOND, PATENT_ID], claim), {
      explanation: 'patents:taken.preservation',
    });
    assert.deepEqual((await patents.get(PATENT_ID)).encumbrances, []);
  });

  it('are claimed once however often the same deal claims them, and are free again after the release', async () => {
    const { claims, putPatent, patents } = createListingWorld();
    await putPatent({});
    const claim = { kind: 'exclusive-licence', by: 'T-1' } as const;
    for (let time = 0; time < 2; time++) await claims.claim(people.provinceReviewer, [PATENT_ID], claim);
    assert.equal((await patents.get(PATENT_ID)).encumbrances.length, 1);
    await claims.release(null, [PATENT_ID], 'T-1');
    await claims.claim(people.provinceReviewer, [PATENT_ID], { ...claim, by: 'T-2' });
    assert.equal((await patents.get(PATENT_ID)).encumbrances[0]?.by, 'T-2');
  });

  it('are never claimed while nobody has described them', async () => {
    const { claims, putPatent } = createListingWorld();
    await putPatent({ registerCheckedOn: null });
    await assert.rejects(
      claims.claim(people.provinceReviewer, [PATENT_ID], { kind: 'open-licence', by: 'O-1' }),
      {
        explanation: 'patents:notDescribed',
      },
    );
  });

  it('never hold two excluding rights after any interleaving of claims and releases', async () => {
    const step = fc.record({
      by: fc.constantFrom('T-1', 'T-2', 'O-1'),
      kind: fc.constantFrom(...KINDS),
      isRelease: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { claims, putPatent, patents } = createListingWorld();
        await putPatent({});
        await Promise.allSettled(
          steps.map(({ by, kind, isRelease }) =>
            isRelease
              ? claims.release(null, [PATENT_ID], by)
              : claims.claim(people.cityReviewer, [PATENT_ID], { kind, by }),
          ),
        );
        assert.ok((await patents.get(PATENT_ID)).encumbrances.length <= 1);
      }),
      { numRuns: 50 },
    );
  });
});
