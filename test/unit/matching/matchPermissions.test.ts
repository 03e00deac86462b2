import assert from 'node:assert/strict';
import type { Actor } from '../../../server/accounts/actor.ts';
import { ApplicationError } from '../../../server/errors.ts';
import { people } from '../../support/listingWorld.ts';
import { act, buyer, type MatchWorld, openMatchWorld } from '../../support/matchWorld.ts';

const {
  provinceReviewer: operator,
  otherCity,
  ownOperator,
  member,
  supervisor,
  auditor,
  administrator,
  visitor,
} = people;
const refused = (kind: string) => (error: unknown) =>
  error instanceof ApplicationError && error.kind === kind;

describe('who may decide on a match', () => {
  let world: MatchWorld;
  beforeEach(async () => {
    world = await openMatchWorld();
  });
  afterEach(() => world.close());

  const DECIDERS: [name: string, actor: Actor, may: boolean][] = [
    ['an operator of the region', operator, true],
    ['a supervisor', supervisor, true],
    ['an operator elsewhere', otherCity, false],
    ['an operator who belongs to one side', ownOperator, false],
    ['a member of the supply side', member, false],
    ['a member of the demand side', buyer, false],
    ['an auditor', auditor, false],
    ['an administrator', administrator, false],
    ['somebody without a house', visitor, false],
  ];
  for (const [name, actor, may] of DECIDERS) {
    it(`${name} ${may ? 'decides' : 'does not decide'}`, async () => {
      const match = await world.publishBoth();
      const tries = [
        () => world.matching.service.approve(act(actor, match)),
        () => world.matching.service.dismiss(act(actor, match), 'terms', null),
        () => world.matching.service.amend(act(actor, match), 'a note'),
      ];
      if (may) await world.matching.service.approve(act(actor, match));
      else for (const attempt of tries) await assert.rejects(attempt(), refused('forbidden'));
    });
  }

  it('refuses an unknown reason, a stale revision and a step the table does not have', async () => {
    const match = await world.publishBoth();
    await assert.rejects(world.matching.service.dismiss(act(operator, match), '', null), refused('invalid'));
    await assert.rejects(
      world.matching.service.dismiss(act(operator, match), 'because', null),
      refused('invalid'),
    );
    await assert.rejects(
      world.matching.service.approve({ ...act(operator, match), revision: 99 }),
      refused('conflict'),
    );
    await assert.rejects(world.matching.service.takeBack(act(operator, match), null), refused('blocked'));
    await assert.rejects(
      world.matching.service.answer(act(buyer, match), { answer: 'relevant', reason: null, text: null }),
      refused('blocked'),
    );
  });
});
