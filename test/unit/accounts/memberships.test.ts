import assert from 'node:assert/strict';
import { type AccountWorld, openAccountWorld, profile } from '../../support/accountWorld.ts';
import { secretIn } from '../../support/letters.ts';

const SERVED = 'a'.repeat(32);

describe('belonging to an organisation', () => {
  let world: AccountWorld;
  beforeEach(async () => {
    world = await openAccountWorld();
    await world.organisations.service.create(await world.person('founder'), SERVED, profile());
  });
  afterEach(async () => {
    assert.deepEqual(world.failures, []);
    await world.close();
  });

  const founder = () => world.actor('founder');

  it('makes the founder admin, also of a form that was sent twice', async () => {
    const again = await world.organisations.service.create(await founder(), SERVED, profile());
    assert.equal(again.organisation?._id, SERVED);
    assert.deepEqual((await founder()).membership, { organisationId: SERVED, role: 'admin' });
    assert.equal(await world.models.organisations.countDocuments({}), 1);
  });

  it('of a founder whose process died before the membership is made up for from the log', async () => {
    await world.person('late');
    const before = await world.stores.accounts.get('late');
    await world.organisations.service.create(await world.actor('late'), 'b'.repeat(32), profile());
    const made = await world.stores.accounts.get('late');
    await world.stores.accounts.update('late', made.revision, { $set: { memberships: before.memberships } });
    assert.equal((await world.actor('late')).membership, null);
    await world.drain();
    assert.deepEqual((await world.actor('late')).membership, {
      organisationId: 'b'.repeat(32),
      role: 'admin',
    });
  });

  it('is asked for, told to the admin, and given by the admin only', async () => {
    const asker = await world.person('asker');
    await world.accounts.memberships.ask(asker, SERVED);
    await world.drain();
    assert.match((await world.letters('founder@market.example')).join(), /申请加入沈州材料研究所/);
    await assert.rejects(world.accounts.memberships.admit(await world.person('stranger'), 'asker'), {
      kind: 'forbidden',
    });
    await assert.rejects(world.accounts.memberships.admit(asker, 'asker'), { kind: 'forbidden' });
    await world.accounts.memberships.admit(await founder(), 'asker');
    assert.deepEqual((await world.actor('asker')).membership, { organisationId: SERVED, role: 'member' });
    await assert.rejects(world.accounts.memberships.admit(await founder(), 'asker'), { kind: 'blocked' });
  });

  it('is to one organisation at a time', async () => {
    const other = await world.person('other');
    await world.organisations.service.create(other, 'c'.repeat(32), profile());
    await assert.rejects(world.accounts.memberships.ask(await world.actor('other'), SERVED), {
      kind: 'blocked',
    });
  });

  it('does not leave an organisation of several without an admin', async () => {
    await world.accounts.memberships.ask(await world.person('second'), SERVED);
    await world.accounts.memberships.admit(await founder(), 'second');
    await assert.rejects(world.accounts.memberships.leave(await founder()), { kind: 'blocked' });
    await world.accounts.memberships.changeRole(await founder(), 'second', 'admin');
    await world.accounts.memberships.leave(await founder());
    assert.equal((await founder()).membership, null);
  });

  it('keeps an admin when the last two leave at the same moment', async () => {
    for (const name of ['second', 'third']) {
      await world.accounts.memberships.ask(await world.person(name), SERVED);
      await world.accounts.memberships.admit(await founder(), name);
    }
    await world.accounts.memberships.changeRole(await founder(), 'second', 'admin');
    const [one, two] = [await founder(), await world.actor('second')];
    await Promise.allSettled([world.accounts.memberships.leave(one), world.accounts.memberships.leave(two)]);
    const members = await world.accounts.memberships.membersOf(SERVED);
    assert.ok(
      members.some((member) =>
        member.memberships.some(({ role, state }) => role === 'admin' && state === 'active'),
      ),
    );
  });

  it('comes with an invitation, for the invited address and once', async () => {
    const { invitations } = world.accounts;
    await invitations.invite(await founder(), 'guest@market.example', 'approver', 'en');
    await invitations.invite(await founder(), 'guest@market.example', 'approver', 'en');
    await world.drain();
    const letters = await world.letters('guest@market.example');
    assert.equal(letters.length, 1);
    assert.match(letters[0] ?? '', /Shenzhou Institute of Materials invites you/);
    const secret = secretIn(letters[0] ?? '', 'invitation');
    await assert.rejects(invitations.accept(await world.person('stranger'), secret), { kind: 'forbidden' });
    const guest = await world.person('guest');
    assert.equal((await invitations.waitingFor(guest)).length, 1);
    await invitations.accept(guest, secret);
    assert.deepEqual((await world.actor('guest')).membership, { organisationId: SERVED, role: 'approver' });
    assert.equal((await invitations.waitingFor(guest)).length, 0);
    await assert.rejects(invitations.accept(await world.actor('guest'), secret), { kind: 'blocked' });
  });

  it('invites through admins only, and nobody who belongs already', async () => {
    const { invitations } = world.accounts;
    await assert.rejects(
      invitations.invite(await world.person('nobody'), 'x@market.example', 'admin', 'zh'),
      { kind: 'forbidden' },
    );
    await assert.rejects(invitations.invite(await founder(), 'founder@market.example', 'admin', 'zh'), {
      kind: 'invalid',
    });
  });
});

describe('erasure', () => {
  let world: AccountWorld;
  beforeEach(async () => {
    world = await openAccountWorld();
    await world.organisations.service.create(await world.person('founder'), SERVED, profile());
  });
  afterEach(() => world.close());

  it('removes what names the person and keeps the id', async () => {
    await world.drain();
    const before = await world.stores.accounts.get('founder');
    await world.accounts.erasure.erase(await world.actor('founder'), 'founder', before.revision);
    await world.drain();
    const after = await world.stores.accounts.get('founder');
    assert.equal(after.state, 'erased');
    assert.ok(!JSON.stringify(after).includes('founder@'));
    assert.equal(after.name, '');
    assert.equal(await world.stores.accounts.findByMail('founder@market.example'), null);
    assert.equal(await world.stores.notices.count('founder'), 0);
  });

  it('waits while the person is the last admin of others', async () => {
    await world.accounts.memberships.ask(await world.person('second'), SERVED);
    await world.accounts.memberships.admit(await world.actor('founder'), 'second');
    const { revision } = await world.stores.accounts.get('founder');
    await assert.rejects(world.accounts.erasure.erase(await world.actor('founder'), 'founder', revision), {
      kind: 'blocked',
    });
    await assert.rejects(world.accounts.erasure.erase(await world.actor('second'), 'founder', revision), {
      kind: 'forbidden',
    });
  });
});
