import assert from 'node:assert/strict';
import type { Actor } from '../../../server/accounts/actor.ts';
import { ApplicationError } from '../../../server/errors.ts';
import { BUNDLED_WEIGHTS } from '../../../server/matching/weights.ts';
import { people } from '../../support/listingWorld.ts';
import { type MatchWorld, openMatchWorld } from '../../support/matchWorld.ts';

const OTHERS = { ...BUNDLED_WEIGHTS.parts, subject: 52, metrics: 22 };
const ACTS = ['read', 'try', 'put live'] as const;
type Act = (typeof ACTS)[number];

const MATRIX: [name: string, actor: Actor, may: Act[]][] = [
  ['an operator of a city', people.cityReviewer, ['read', 'try']],
  ['an operator of the province', people.provinceReviewer, ['read', 'try']],
  ['an operator who belongs to a house', people.ownOperator, ['read', 'try']],
  ['a supervisor', people.supervisor, ['read', 'try', 'put live']],
  ['an auditor', people.auditor, ['read', 'try']],
  ['an administrator', people.administrator, []],
  ['a member of a house', people.member, []],
  ['an approver of a house', people.approver, []],
  ['an admin of a house', people.admin, []],
  ['somebody without a house', people.visitor, []],
];

describe('who may do what with the weights of matching', () => {
  let world: MatchWorld;
  before(async () => {
    world = await openMatchWorld();
  });
  after(() => world.close());

  const perform = async (act: Act, actor: Actor) => {
    const { service } = world.matching.weighing;
    if (act === 'read') return [await service.agreement(actor), await service.record(actor)];
    if (act === 'try') return service.tryOut(actor, OTHERS);
    const { revision = 0, live = 0 } =
      (await world.matching.weighing.service.record(people.supervisor)) ?? {};
    const parts = live === 0 ? OTHERS : BUNDLED_WEIGHTS.parts;
    return service.putLive({ actor, parts, revision, text: 'the trial was better' });
  };
  const refused = (kind: string) => (error: unknown) =>
    error instanceof ApplicationError && error.kind === kind;

  for (const [name, actor, may] of MATRIX) {
    for (const act of ACTS) {
      it(`${name} ${may.includes(act) ? 'may' : 'may not'} ${act}`, async () => {
        const before = (await world.models.matchingWeights.findOne({}).lean())?.revision ?? 0;
        if (may.includes(act)) await perform(act, actor);
        else await assert.rejects(async () => perform(act, actor), refused('forbidden'));
        const changed = may.includes(act) && act === 'put live' ? 1 : 0;
        assert.equal(
          (await world.models.matchingWeights.findOne({}).lean())?.revision ?? 0,
          before + changed,
        );
      });
    }
  }

  it('refuses weights that are live already, and those put live by somebody else meanwhile', async () => {
    const { service, live } = world.matching.weighing;
    const revision = (await service.record(people.supervisor))?.revision ?? 0;
    const put = { actor: people.supervisor, revision, text: 'again' };
    await assert.rejects(service.putLive({ ...put, parts: live.current().parts }), refused('invalid'));
    const parts = { ...OTHERS, region: 0, price: 5 };
    await assert.rejects(service.putLive({ ...put, parts, revision: revision + 1 }), refused('conflict'));
    await service.putLive({ ...put, parts });
    assert.deepEqual(live.current(), { version: `${BUNDLED_WEIGHTS.version}.2`, parts });
    await service.putLive({ ...put, revision: revision + 1, parts: BUNDLED_WEIGHTS.parts });
    assert.equal(live.current(), BUNDLED_WEIGHTS, 'the earlier version is the same one');
  });
});
