import assert from 'node:assert/strict';
import { LIMITS } from '../../../server/web/limits.ts';
import type { Site } from '../../crash/server/site.ts';
import { PASSWORD } from '../../support/market.ts';
import { createVisitor } from '../../support/visitor.ts';
import { describeProcesses } from './describeProcesses.ts';

describeProcesses('sign-in', (servers) => {
  /** Somebody at an address of their own, who may go to any server. */
  const visitorAt = (site: Site, address: string) => {
    const visitor = createVisitor(site.address);
    visitor.agent.set('X-Forwarded-For', address);
    return visitor;
  };

  it('at one counts at the other, and so does sign-out', async () => {
    const { one, other } = servers();
    const here = visitorAt(one, '198.51.100.1');
    const there = visitorAt(other, '198.51.100.1');
    there.agent.jar = here.agent.jar;
    await here.signIn('buyer@market.test', PASSWORD);
    await there.open('/my/listings');
    assert.deepEqual([there.page.status, there.page.address], [200, '/my/listings']);
    await there.signOut();
    await here.open('/my/listings');
    assert.match(here.page.address, /^\/sign-in/);
  });

  it('with wrong passwords is limited over both together', async () => {
    const { points, seconds } = LIMITS.signIn;
    const stretch = () => Math.floor(Date.now() / 1_000 / seconds);
    for (let attempt = 1; ; attempt++) {
      const began = stretch();
      const refused = await refusedOf(2 * points, `198.51.100.${100 + attempt}`);
      // A stretch of time that ended in between allows as many again.
      if (stretch() !== began && attempt === 1) continue;
      assert.equal(refused, points, 'as many are let through as one server alone would let through');
      return;
    }
  });

  async function refusedOf(count: number, address: string): Promise<number> {
    const { one, other } = servers();
    const [here, there] = [visitorAt(one, address), visitorAt(other, address)];
    let refused = 0;
    for (let n = 0; n < count; n++) {
      const visitor = n % 2 ? here : there;
      await visitor.signIn('buyer@market.test', 'wrong password');
      if (visitor.page.status === 429) refused += 1;
    }
    return refused;
  }
});
