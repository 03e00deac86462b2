import assert from 'node:assert/strict';
import { ApplicationError } from '../../../server/errors.ts';
import { OTHER, OWNER } from '../../support/listingRecords.ts';
import { people } from '../../support/listingWorld.ts';
import { act, buyer, DEMAND, type MatchWorld, openMatchWorld, SUPPLY } from '../../support/matchWorld.ts';

const { provinceReviewer: operator } = people;
const QUEUE = { state: 'suggested' as const, region: null, field: null, fromScore: null, before: null };
const refused = (kind: string) => (error: unknown) =>
  error instanceof ApplicationError && error.kind === kind;

describe('an organisation that wants no suggestions', () => {
  let world: MatchWorld;
  beforeEach(async () => {
    world = await openMatchWorld();
  });
  afterEach(() => world.close());

  const decline = (organisationId: string) =>
    world.models.organisations.updateOne({ _id: organisationId }, { $set: { declinesSuggestions: true } });
  const accept = (organisationId: string) =>
    world.models.organisations.updateOne({ _id: organisationId }, { $unset: { declinesSuggestions: 1 } });
  const queued = async () =>
    (await world.matching.service.queue(operator, QUEUE, { skip: 0, limit: 10 })).total;

  for (const side of [OWNER, OTHER])
    it(`has none computed, whichever side it is (${side})`, async () => {
      await decline(side);
      await assert.rejects(world.publishBoth(), /There are 0 matches/);
    });

  it('gets them after it wants them again', async () => {
    await decline(OWNER);
    await assert.rejects(world.publishBoth());
    await accept(OWNER);
    await world.tell(OWNER, 'organisation.accept-suggestions');
    assert.equal((await world.only()).supply, SUPPLY);
  });

  it('hides undecided ones from the desk at once, and they can no longer be decided', async () => {
    const match = await world.publishBoth();
    assert.equal(await queued(), 1);
    await decline(OTHER);
    assert.equal(await queued(), 0);
    assert.equal(await world.matching.service.countWaiting(operator), 0);
    await assert.rejects(world.matching.service.read(operator, match._id), refused('notFound'));
    await assert.rejects(world.matching.service.approve(act(operator, match)), refused('blocked'));
    await assert.rejects(
      world.matching.service.dismiss(act(operator, match), 'wrong-subject', null),
      refused('blocked'),
    );
    await accept(OTHER);
    assert.equal(await queued(), 1, 'nothing was lost');
  });

  it('hides the suggestions of a silent demand from its owner too', async () => {
    const match = await world.publishBoth({ visibility: 'silent' });
    assert.equal((await world.matching.service.ofOrganisation(OTHER)).length, 1);
    await decline(OTHER);
    assert.deepEqual(await world.matching.service.ofOrganisation(OTHER), []);
    const own = { _id: DEMAND, kind: 'demand' };
    assert.deepEqual(await world.matching.service.ofListing(buyer, own), []);
    await assert.rejects(world.matching.service.knock(act(buyer, match)), refused('blocked'));
  });

  it('keeps what was approved, and its evidence stays up to date', async () => {
    const match = await world.publishBoth();
    await world.matching.service.approve(act(operator, match));
    await decline(OWNER);
    await world.tell(SUPPLY);
    assert.equal((await world.only()).isOpen, true);
    assert.equal((await world.matching.service.ofOrganisation(OWNER)).length, 1);
    assert.equal((await world.matching.service.ofOrganisation(OTHER)).length, 1);
    assert.equal((await world.matching.service.read(buyer, match._id)).state, 'approved');
  });

  it('leaves an undecided one as it is while it is hidden', async () => {
    const match = await world.publishBoth();
    await decline(OWNER);
    await world.tell(SUPPLY);
    await world.tell(DEMAND);
    assert.equal((await world.only()).revision, match.revision);
  });
});
