import assert from 'node:assert/strict';
import { type AccountWorld, openAccountWorld, PASSWORD } from '../../support/accountWorld.ts';
import { secretIn } from '../../support/letters.ts';

const MAIL = 'lin.qiao@market.example';
const registration = { name: '林乔', mail: MAIL, password: PASSWORD, language: 'zh' as const };
const HOUR_MS = 3_600_000;

describe('registration', () => {
  let world: AccountWorld;
  beforeEach(async () => {
    world = await openAccountWorld();
  });
  afterEach(async () => {
    assert.deepEqual(world.failures, []);
    await world.close();
  });

  const registered = async () => {
    await world.accounts.registration.register(registration);
    await world.drain();
    return secretIn((await world.letters(MAIL))[0] ?? '', 'confirm');
  };

  it('lets somebody in only after the address was confirmed with the password of the registration', async () => {
    const secret = await registered();
    const { registration: service, signIn } = world.accounts;
    assert.equal((await signIn.verify(MAIL, PASSWORD)).refusal, 'unconfirmed');
    await assert.rejects(service.confirm(secret, 'another password'), { kind: 'invalid' });
    const account = await service.confirm(secret, PASSWORD);
    assert.equal(account.state, 'active');
    assert.deepEqual(account.identifiers[0]?.verifiedAt, world.time.now);
    assert.equal((await signIn.verify(` ${MAIL.toUpperCase()} `, PASSWORD)).account?._id, account._id);
  });

  it('uses a link once and not after two days', async () => {
    const secret = await registered();
    world.pass(49 * HOUR_MS);
    assert.equal(await world.accounts.registration.findConfirmation(secret), null);
    await assert.rejects(world.accounts.registration.confirm(secret, PASSWORD), { kind: 'blocked' });
    world.pass(-2 * HOUR_MS);
    await world.accounts.registration.confirm(secret, PASSWORD);
    await assert.rejects(world.accounts.registration.confirm(secret, PASSWORD), { kind: 'blocked' });
  });

  it('makes one account and one letter of a form that was sent twice at once', async () => {
    await Promise.all([
      world.accounts.registration.register(registration),
      world.accounts.registration.register(registration),
    ]);
    await world.accounts.registration.register(registration);
    await world.drain();
    assert.equal((await world.letters(MAIL)).length, 1);
    assert.equal(await world.stores.accounts.count({ text: MAIL, state: null, officeRole: null }), 1);
  });

  it('gives nobody an account that somebody else prepared for their address', async () => {
    await world.accounts.registration.register({
      ...registration,
      name: '别人',
      password: 'prepared by another',
    });
    await registered();
    const letters = await world.letters(MAIL);
    const secrets = letters.map((letter) => secretIn(letter, 'confirm'));
    const confirmed = await Promise.allSettled(
      secrets.map((secret) => world.accounts.registration.confirm(secret, PASSWORD)),
    );
    assert.equal(confirmed.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.equal((await world.accounts.signIn.verify(MAIL, PASSWORD)).account?.name, '林乔');
    assert.equal((await world.accounts.signIn.verify(MAIL, 'prepared by another')).account, null);
  });

  it('tells the holder of a known address and changes nothing', async () => {
    await world.person('known');
    for (let count = 0; count < 3; count += 1) {
      await world.accounts.registration.register({ ...registration, mail: 'known@market.example' });
    }
    await world.drain();
    const letters = await world.letters('known@market.example');
    assert.equal(letters.length, 1);
    assert.match(letters[0] ?? '', /已经有账户/);
    assert.equal((await world.stores.accounts.get('known')).name, 'known');
  });

  it('keeps only digests of secrets, and nothing personal in the log', async () => {
    const secret = await registered();
    const tokens = await world.models.tokens.find({}).lean();
    assert.ok(!JSON.stringify(tokens).includes(secret));
    const log = JSON.stringify(await world.models.eventLog.find({}).lean());
    assert.ok(!log.includes('林乔') && !log.includes(MAIL) && !log.includes(secret));
  });
});

describe('passwords', () => {
  let world: AccountWorld;
  beforeEach(async () => {
    world = await openAccountWorld();
    await world.person('zhou');
  });
  afterEach(() => world.close());

  it('are set anew by a mailed link, once, and end all sessions', async () => {
    await world.models.sessions.create({
      _id: 's',
      accountId: 'zhou',
      content: {},
      expiresAt: new Date('2027-01-01'),
    });
    await world.accounts.passwordService.ask('zhou@market.example');
    await world.drain();
    const secret = secretIn((await world.letters('zhou@market.example'))[0] ?? '', 'reset-password');
    await world.accounts.passwordService.reset(secret, 'a new password 7');
    await assert.rejects(world.accounts.passwordService.reset(secret, 'once more 1234'), { kind: 'blocked' });
    assert.equal((await world.accounts.signIn.verify('zhou@market.example', PASSWORD)).account, null);
    assert.notEqual(
      (await world.accounts.signIn.verify('zhou@market.example', 'a new password 7')).account,
      null,
    );
    assert.equal(await world.models.sessions.countDocuments({ accountId: 'zhou' }), 0);
  });

  it('mail at most three links an hour, and none to an unknown address', async () => {
    for (let count = 0; count < 6; count += 1)
      await world.accounts.passwordService.ask('zhou@market.example');
    await world.accounts.passwordService.ask('nobody@market.example');
    await world.drain();
    assert.equal((await world.letters('zhou@market.example')).length, 3);
    assert.equal((await world.letters('nobody@market.example')).length, 0);
  });

  it('change only for who knows the old one, and keep the session that asked', async () => {
    const sessions = ['kept', 'other'].map((_id) => ({
      _id,
      accountId: 'zhou',
      content: {},
      expiresAt: new Date('2027-01-01'),
    }));
    await world.models.sessions.insertMany(sessions);
    const actor = await world.actor('zhou');
    await assert.rejects(world.accounts.passwordService.change(actor, 'wrong', 'a new password 7', 'kept'), {
      kind: 'invalid',
    });
    await world.accounts.passwordService.change(actor, PASSWORD, 'a new password 7', 'kept');
    assert.deepEqual(await world.models.sessions.distinct('_id'), ['kept']);
  });

  it('record failed sign-ins without the address', async () => {
    await world.accounts.signIn.verify('zhou@market.example', 'wrong password');
    await world.accounts.signIn.verify('nobody@market.example', 'wrong password');
    await world.drain();
    const failed = await world.models.eventLog.find({ name: 'occurrence.sign-in-failed' }).lean();
    assert.equal(failed.length, 2);
    assert.ok(!JSON.stringify(failed).includes('@'));
  });

  it('do not let in who is suspended, and say so only to who knows the password', async () => {
    const administrator = await world.person('chief', {
      office: { role: 'administrator', level: 'province', regions: [] },
    });
    await world.accounts.office.suspend(
      { actor: administrator, accountId: 'zhou', revision: 1 },
      'other',
      null,
    );
    assert.equal(
      (await world.accounts.signIn.verify('zhou@market.example', 'wrong password')).refusal,
      'unknown',
    );
    assert.equal((await world.accounts.signIn.verify('zhou@market.example', PASSWORD)).refusal, 'suspended');
    assert.equal(await world.accounts.findActor('zhou'), null);
  });
});
