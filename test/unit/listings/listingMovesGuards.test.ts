import assert from 'node:assert/strict';
import type { Content, ListingRecord } from '../../../models/records.ts';
import { startOfDay } from '../../../server/clock.ts';
import type { ApplicationError } from '../../../server/errors.ts';
import { CHECKLIST } from '../../../server/review/checklist.ts';
import { completeContent, PATENT_ID, version } from '../../support/listingRecords.ts';
import { people } from '../../support/listingWorld.ts';
import { worldWith } from '../../support/movingListing.ts';

const fieldsOf = ({ issues }: ApplicationError) =>
  issues.map(({ field, message }) => `${field} ${message}`).sort();
const draftOf = (content: Content, number = 1) => version(content, number);

describe('a submission', () => {
  it('names every field that is missing, by kind', async () => {
    const { refusal } = await worldWith({
      kind: 'demand',
      draft: draftOf({ title: { zh: '名称' }, priceForm: 'fixed' }),
    });
    assert.deepEqual(fieldsOf(await refusal('submit')), [
      'background forms:required',
      'cooperation forms:required',
      'deadline forms:required',
      'demandType forms:required',
      'field forms:required',
      'industry forms:required',
      'isNotSecret forms:required',
      'isTruthful forms:required',
      'metrics forms:required',
      'summary forms:required',
      'visibility forms:required',
    ]);
  });

  it('needs a target or the wish to be helped with it', async () => {
    const content = completeContent('demand', { metrics: undefined, needsHelp: true });
    const { move } = await worldWith({ kind: 'demand', draft: draftOf(content) });
    assert.equal((await move('submit')).review, 'submitted');
  });

  it('needs a price where the form of price has one', async () => {
    const { refusal } = await worldWith({
      draft: draftOf(completeContent('achievement', { priceForm: 'entry-fee-royalty' })),
    });
    assert.deepEqual(fieldsOf(await refusal('submit')), [
      'price forms:required',
      'royaltyRate forms:required',
    ]);
  });

  it('needs the facts of every patent it names', async () => {
    const { refusal, putPatent } = await worldWith({
      kind: 'patent',
      draft: draftOf(completeContent('patent')),
    });
    assert.deepEqual(fieldsOf(await refusal('submit')), ['patents listings:patentFactsMissing']);
    await putPatent({ registerCheckedOn: null });
    assert.deepEqual(fieldsOf(await refusal('submit')), ['patents listings:patentFactsMissing']);
    const described = await worldWith({ kind: 'patent', draft: draftOf(completeContent('patent')) });
    await described.putPatent({});
    assert.equal((await described.move('submit')).review, 'submitted');
  });

  it('is refused with dates that are past or in the wrong order', async () => {
    const demand = await worldWith({
      kind: 'demand',
      draft: draftOf(completeContent('demand', { deadline: '2026-03-01' })),
    });
    assert.deepEqual(fieldsOf(await demand.refusal('submit')), ['deadline listings:deadlinePast']);
    const period = { periodFrom: '2026-05-01', periodTo: '2026-05-01' };
    const licence = await worldWith({
      kind: 'open-licence',
      draft: draftOf(completeContent('open-licence', period)),
    });
    await licence.putPatent({});
    assert.deepEqual(fieldsOf(await licence.refusal('submit')), ['periodTo listings:periodOrder']);
  });

  it('needs a change against what is live', async () => {
    const live = version(completeContent('achievement'));
    const { refusal } = await worldWith({ publication: 'published', live, draft: draftOf(live.content, 2) });
    assert.equal((await refusal('submit')).explanation, 'listings:nothingChanged');
  });

  it('waits for the city first, for the province where the city has no operator, with the answer promised in working days', async () => {
    const first = await (await worldWith({})).move('submit');
    assert.equal(first.reviewLevel, 'city');
    assert.deepEqual(first.reviewRegionPath, ['21', '2101']);
    assert.equal(
      first.dueAt?.getTime(),
      startOfDay('2026-03-10').getTime() - 1,
      'five working days after Monday 2026-03-02',
    );
    const noCity = await (await worldWith({}, { hasCityOperator: false })).move('submit');
    assert.equal(noCity.reviewLevel, 'province');
    const oneLevel = await (await worldWith({}, { levels: ['city'] })).move('submit');
    assert.equal(oneLevel.reviewLevel, 'city');
  });
});

describe('an approval', () => {
  const waiting: Partial<ListingRecord> = {
    review: 'city-checked',
    reviewLevel: 'province',
    reviewRegionPath: ['21', '2101'],
  };
  const ticked = { checklist: CHECKLIST.achievement };

  it('needs the whole checklist and a verified owner', async () => {
    const { refusal } = await worldWith(waiting);
    const rest = { checklist: CHECKLIST.achievement.slice(1) };
    assert.equal(
      (await refusal('approve', people.provinceReviewer, rest)).explanation,
      'listings:checklistOpen',
    );
    const unverified = await worldWith(waiting, { owner: { verification: 'requested' } });
    assert.equal(
      (await unverified.refusal('approve', people.provinceReviewer, ticked)).explanation,
      'listings:ownerNotVerified',
    );
  });

  it('puts the draft live for a year, or until its own deadline', async () => {
    const { move } = await worldWith(waiting);
    const published = await move('approve', people.provinceReviewer, ticked);
    assert.equal(published.publication, 'published');
    assert.deepEqual(published.live?.content, completeContent('achievement'));
    assert.deepEqual([published.draft, published.dueAt, published.reviewLevel], [null, null, null]);
    assert.equal(published.validUntil, '2027-03-02');
    const demand = await worldWith({ ...waiting, kind: 'demand' });
    const found = await demand.move('approve', people.provinceReviewer, { checklist: CHECKLIST.demand });
    assert.equal(found.validUntil, '2026-12-31');
    assert.equal(found.visibility, 'anonymous');
  });

  it('begins an offer as prepared: a posting is no open licence', async () => {
    const { move } = await worldWith({ ...waiting, kind: 'open-licence' });
    const published = await move('approve', people.provinceReviewer, {
      checklist: CHECKLIST['open-licence'],
    });
    assert.equal(published.offer?.state, 'prepared');
    assert.deepEqual(published.patentIds, [PATENT_ID]);
  });

  it('is not the city’s where the province decides', async () => {
    const { refusal } = await worldWith({ ...waiting, review: 'submitted', reviewLevel: 'city' });
    assert.equal(
      (await refusal('approve', people.cityReviewer, ticked)).explanation,
      'listings:notLastLevel',
    );
  });
});

describe('a rejected listing', () => {
  it('goes to the last level on appeal, complete and with the words of its owner', async () => {
    const { move } = await worldWith({ review: 'rejected' });
    const appealed = await move('appeal', people.member, { text: '已补充检测报告' });
    assert.deepEqual([appealed.review, appealed.reviewLevel], ['submitted', 'province']);
    assert.equal(appealed.history.at(-1)?.text, '已补充检测报告');
    const empty = await worldWith({ review: 'rejected', draft: draftOf({}) });
    assert.equal((await empty.refusal('appeal')).kind, 'invalid');
  });

  it('is rejected or returned only with a reason', async () => {
    const { refusal } = await worldWith({
      review: 'submitted',
      reviewLevel: 'city',
      reviewRegionPath: ['2101'],
    });
    for (const event of ['reject', 'return'])
      assert.deepEqual(fieldsOf(await refusal(event, people.cityReviewer)), ['reason forms:required']);
  });
});
