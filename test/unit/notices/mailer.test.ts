import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { type Letter, MailUnavailable, mailOptions } from '../../../server/mail/letter.ts';
import { createMailer } from '../../../server/mail/mailer.ts';
import { createLeaseStore } from '../../../server/relay/leaseStore.ts';
import { type AccountWorld, openAccountWorld } from '../../support/accountWorld.ts';

const LETTER: Letter = {
  id: 'event-person',
  to: 'a@market.example',
  subject: 's',
  text: 't',
  html: '<p>t</p>',
};

describe('sending letters', () => {
  let world: AccountWorld;
  let sent: string[];
  let failures: unknown[];
  beforeEach(async () => {
    world = await openAccountWorld();
    sent = [];
    failures = [];
    for (const id of ['one', 'two', 'three']) await world.stores.notices.add(notice(id));
  });
  afterEach(() => world.close());

  const notice = (id: string) => ({
    _id: `event:${id}`,
    accountId: id,
    at: world.time.now,
    kind: 'account.restore',
    values: { reference: null, title: null, organisation: null, reason: null, dueOn: null },
    path: '/my',
    readAt: null,
    isMailed: false,
    mailAttempts: 0,
  });
  /** A mailer whose server answers as told for each recipient. */
  const mailer = (answer: (to: string) => void | Promise<void>, leases = world.stores.leases) =>
    createMailer({
      store: world.stores.notices,
      leases,
      findRecipient: async (id) => ({ mail: id, language: 'zh' }),
      writeLetter: ({ accountId }) => ({ ...LETTER, to: accountId }),
      transport: {
        async send({ to }) {
          await answer(to);
          sent.push(to);
        },
      },
      onFailure: (error) => failures.push(error),
    });
  const waiting = async () =>
    (await world.stores.notices.waitingForMail(10)).map(({ accountId }) => accountId).toSorted();

  it('waits while the server cannot be reached, and costs no attempt', async () => {
    const down = mailer(() => {
      throw new MailUnavailable(new Error('refused'));
    });
    for (let count = 0; count < 12; count += 1) await down.sendWaiting();
    assert.deepEqual(await waiting(), ['one', 'three', 'two']);
    await mailer(() => {}).sendWaiting();
    assert.deepEqual(sent.toSorted(), ['one', 'three', 'two']);
    assert.deepEqual(await waiting(), []);
  });

  it('goes on with the others when one address is refused, and gives that one up after ten times', async () => {
    const picky = mailer((to) => {
      if (to === 'two') throw new Error('no such mailbox');
    });
    await picky.sendWaiting();
    assert.deepEqual(sent.toSorted(), ['one', 'three']);
    for (let count = 0; count < 8; count += 1) await picky.sendWaiting();
    assert.deepEqual(await waiting(), ['two']);
    await picky.sendWaiting();
    assert.deepEqual(await waiting(), []);
    assert.equal(failures.length, 10);
  });

  it('sends each once when asked twice at the same time', async () => {
    const one = mailer(() => {});
    await Promise.all([one.sendWaiting(), one.sendWaiting()]);
    assert.equal(sent.length, 3);
  });

  it('goes on within a minute after the process that was sending died', async () => {
    const leases = createLeaseStore({ leases: world.models.leases, clock: world.clock, holder: 'dead' });
    const started = Promise.withResolvers<void>();
    mock.timers.enable({ apis: ['setInterval'] });
    void mailer(() => {
      started.resolve();
      return new Promise(() => {});
    }, leases).sendWaiting();
    await started.promise;
    mock.timers.reset();
    const alive = mailer(() => {});
    await alive.sendWaiting();
    assert.deepEqual(sent, []);
    world.pass(60_000);
    await alive.sendWaiting();
    assert.equal(sent.length, 3);
  });

  it('names a letter for ever by its event and its recipient', () => {
    const options = mailOptions(LETTER, 'Office <office@market.example>');
    assert.equal(options.messageId, '<event-person@market.example>');
    assert.deepEqual(mailOptions(LETTER, 'Office <office@market.example>'), options);
  });
});
