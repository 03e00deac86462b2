import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ApplicationError } from '../../../server/errors.ts';
import { createStatisticsFiles } from '../../../server/matching/statistics/statisticsFiles.ts';
import { OTHER, OWNER } from '../../support/listingRecords.ts';
import { people } from '../../support/listingWorld.ts';
import {
  act,
  buyer,
  DEMAND,
  demand,
  type MatchWorld,
  openMatchWorld,
  SUPPLY,
  supply,
} from '../../support/matchWorld.ts';

const { provinceReviewer: operator, member } = people;
const refused = (kind: string) => (error: unknown) =>
  error instanceof ApplicationError && error.kind === kind;

describe('the story of a match', () => {
  let world: MatchWorld;
  beforeEach(async () => {
    world = await openMatchWorld();
  });
  afterEach(() => world.close());

  it('suggests a pair once, whichever side comes last and however often it is told', async () => {
    const match = await world.publishBoth();
    assert.equal(match.state, 'suggested');
    assert.ok(match.score >= 300, String(match.score));
    await world.tell(DEMAND);
    await world.tell(SUPPLY);
    const again = await world.only();
    assert.equal(again.revision, match.revision, 'the same evidence is not written twice');
  });

  it('is decided by the office, told to both, answered, and never shown again when not relevant', async () => {
    const match = await world.publishBoth();
    assert.deepEqual(await world.matching.service.ofOrganisation(OWNER), []);
    const approved = await world.matching.service.approve(act(operator, match));
    assert.equal((await world.matching.service.ofOrganisation(OWNER)).length, 1);
    assert.equal((await world.matching.service.ofOrganisation(OTHER)).length, 1);
    const answered = await world.matching.service.answer(act(buyer, approved), {
      answer: 'not-relevant',
      reason: 'too-early',
      text: null,
    });
    assert.deepEqual(await world.matching.service.ofOrganisation(OTHER), []);
    assert.equal(
      (await world.matching.service.ofOrganisation(OWNER)).length,
      1,
      'the other side still sees it',
    );
    await world.tell(DEMAND);
    await world.tell(SUPPLY);
    assert.equal((await world.only()).answers.demand?.answer, 'not-relevant');
    assert.equal((await world.only()).revision, answered.revision);
  });

  it('does not come back after it was dismissed, except by a person', async () => {
    const match = await world.publishBoth();
    const dismissed = await world.matching.service.dismiss(act(operator, match), 'wrong-subject', null);
    await world.tell(DEMAND);
    assert.equal((await world.only()).state, 'dismissed');
    const back = await world.matching.service.takeBack(act(operator, dismissed), '看错了');
    assert.equal(back.state, 'suggested');
  });

  it('keeps what a pair was decided on and says that a text changed', async () => {
    const match = await world.publishBoth();
    await world.matching.service.approve(act(operator, match));
    await world.models.listings.updateOne(
      { _id: SUPPLY },
      { $set: { live: supply(2).live }, $inc: { revision: 1 } },
    );
    await world.tell(SUPPLY);
    const changed = await world.only();
    assert.equal(changed.hasChanged, true);
    assert.equal(changed.score, match.score);
    assert.equal(changed.evidence.versions.supplyVersion, 1);
  });

  it('closes when a text is withdrawn and opens again when it is back', async () => {
    await world.publishBoth();
    await world.models.listings.updateOne(
      { _id: SUPPLY },
      { $set: { publication: 'withdrawn' }, $inc: { revision: 1 } },
    );
    await world.tell(SUPPLY, 'listing.withdraw');
    assert.equal((await world.only()).isOpen, false);
    await world.models.listings.updateOne(
      { _id: SUPPLY },
      { $set: { publication: 'published' }, $inc: { revision: 1 } },
    );
    await world.tell(SUPPLY, 'listing.restore');
    assert.equal((await world.only()).isOpen, true);
  });

  it('shows the matches of a silent demand to its owner and the office, and lets nobody tell the supply side', async () => {
    const match = await world.publishBoth({ visibility: 'silent' });
    assert.equal(match.isSilent, true);
    assert.equal((await world.matching.service.ofOrganisation(OTHER)).length, 1);
    assert.deepEqual(await world.matching.service.ofOrganisation(OWNER), []);
    await assert.rejects(world.matching.service.read(member, match._id), refused('notFound'));
    await assert.rejects(world.matching.service.approve(act(operator, match)), refused('blocked'));
    assert.deepEqual(await world.matching.service.publicOfListing({ _id: SUPPLY, kind: 'achievement' }), []);
    await world.matching.service.knock(act(buyer, match));
  });

  it('does not match a house with itself', async () => {
    await world.stores.listings.insert(supply());
    await world.stores.listings.insert(demand({ organisationId: OWNER }));
    await world.tell(SUPPLY);
    await world.tell(DEMAND);
    assert.deepEqual(await world.matching.store.after('', 10), []);
  });

  it('counts words into a snapshot that another process takes over', async () => {
    await world.publishBoth();
    const { version: made, documents } = await world.matching.statistics.count();
    assert.equal(documents, 2);
    const files = createStatisticsFiles(join(world.directory, 'statistics'));
    assert.deepEqual(
      await files.load(String(await files.currentVersion())),
      world.matching.statistics.current(),
    );
    await world.tell(DEMAND);
    assert.equal((await world.only()).evidence.versions.statistics, made);
  });

  it('counts anew when the corpus grew by a tenth, and not before', async () => {
    await world.publishBoth();
    const { run } = world.matching.statistics.job;
    const first = await run();
    assert.deepEqual(await run(), first);
    await world.stores.listings.insert({ ...supply(), _id: 'A-2026-000002B' });
    assert.equal((await run()).documents, 3);
    assert.equal(world.matching.statistics.current().documents, 3);
  });
});
