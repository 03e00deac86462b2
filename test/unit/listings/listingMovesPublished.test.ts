import assert from 'node:assert/strict';
import type { Content } from '../../../models/records.ts';
import { CHECKLIST } from '../../../server/review/checklist.ts';
import { completeContent, version } from '../../support/listingRecords.ts';
import { people } from '../../support/listingWorld.ts';
import { worldWith } from '../../support/movingListing.ts';

const draftOf = (content: Content, number = 1) => version(content, number);

describe('a published listing', () => {
  const live = version(completeContent('achievement'));
  const published = { publication: 'published', live, draft: null } as const;

  it('keeps what is live while its edit goes through review, and a return does not touch it', async () => {
    const { drafts } = await worldWith(published);
    const saved = await drafts.save({
      actor: people.member,
      reference: 'A-2026-000001A',
      revision: 1,
      changes: { title: { zh: '新名称' } },
    });
    assert.deepEqual(saved.live, live);
    assert.equal(saved.draft?.number, 2);
  });

  it('takes a change without review only when nothing material changed', async () => {
    const minor = await worldWith({
      ...published,
      draft: draftOf({ ...live.content, form: ['new-material'] }, 2),
    });
    const applied = await minor.move('apply');
    assert.deepEqual(applied.live?.content.form, ['new-material']);
    assert.equal(applied.draft, null);
    const major = await worldWith({
      ...published,
      draft: draftOf({ ...live.content, title: { zh: '别的' } }, 2),
    });
    assert.equal((await major.refusal('apply')).explanation, 'listings:needsReview');
  });

  it('comes out of review when its owner withdraws it, so that no approval under way brings it back', async () => {
    const { move, refusal } = await worldWith({
      ...published,
      draft: draftOf({ ...live.content, title: { zh: '改名' } }, 2),
      review: 'city-checked',
      reviewLevel: 'province',
      reviewRegionPath: ['21'],
      dueAt: new Date(),
    });
    const withdrawn = await move('withdraw');
    assert.deepEqual([withdrawn.publication, withdrawn.review, withdrawn.dueAt], ['withdrawn', 'none', null]);
    const refused = await refusal('approve', people.provinceReviewer, { checklist: CHECKLIST.achievement });
    assert.equal(refused.explanation, 'listings:notPossible');
  });

  it('goes back to review as it was when reposted, or as it was edited meanwhile', async () => {
    const same = await worldWith({ ...published, publication: 'withdrawn' });
    assert.deepEqual((await same.move('repost')).draft, live);
    const edited = draftOf({ ...live.content, title: { zh: '改过' } }, 2);
    const changed = await worldWith({ ...published, publication: 'withdrawn', draft: edited });
    assert.deepEqual((await changed.move('repost')).draft, edited);
  });

  it('is renewed for a year, unless its own deadline is over', async () => {
    const { move } = await worldWith({ ...published, publication: 'expired', validUntil: '2026-02-01' });
    const renewed = await move('renew');
    assert.deepEqual([renewed.publication, renewed.validUntil], ['published', '2027-03-02']);
    const past = version(completeContent('demand', { deadline: '2026-02-28' }));
    const demand = await worldWith({ kind: 'demand', publication: 'expired', live: past, draft: null });
    assert.equal((await demand.refusal('renew')).explanation, 'listings:ownDateOver');
  });
});

describe('the terms of an announced open licence', () => {
  const live = version(completeContent('open-licence'));
  const offer = {
    state: 'announced',
    regime: 'statutory',
    filedOn: null,
    receiptNumber: null,
    announcementNumber: 'G1',
    announcedOn: '2026-01-05',
    withdrawnOn: null,
    terms: {},
    cause: null,
  } as const;
  const edited = (change: Content) =>
    ({
      kind: 'open-licence',
      publication: 'published',
      live,
      draft: draftOf({ ...live.content, ...change }, 2),
      offer,
    }) as const;

  for (const [what, change] of Object.entries({
    fee: { price: { fen: 1, currency: 'CNY' } },
    patent: { patents: ['CN-97101765.4'] },
  })) {
    it(`cannot be edited: ${what}`, async () => {
      const { refusal, putPatent } = await worldWith(edited(change));
      await putPatent({});
      await putPatent({ _id: 'CN-97101765.4', number: '97101765.4' });
      assert.equal((await refusal('submit')).explanation, 'listings:termsAnnounced');
    });
  }

  it('leave the rest of the text free', async () => {
    const { move, putPatent } = await worldWith(edited({ solution: { zh: '换一种说法' } }));
    await putPatent({});
    assert.equal((await move('submit')).review, 'submitted');
  });
});
