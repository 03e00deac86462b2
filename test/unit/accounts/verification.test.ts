import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import type { Actor } from '../../../server/accounts/actor.ts';
import { type AccountWorld, openAccountWorld, profile } from '../../support/accountWorld.ts';

const HOUSE = 'a'.repeat(32);
const CODE = '91210000558190456G';

describe('verification of an organisation', () => {
  let world: AccountWorld;
  let admin: Actor;
  let operator: Actor;
  beforeEach(async () => {
    world = await openAccountWorld();
    await world.organisations.service.create(
      await world.person('admin'),
      HOUSE,
      profile({ creditCode: CODE }),
    );
    admin = await world.actor('admin');
    operator = await world.person('operator', {
      office: { role: 'operator', level: 'city', regions: ['2101'] },
    });
  });
  afterEach(async () => {
    assert.deepEqual(world.failures, []);
    await world.close();
  });

  const verification = () => world.organisations.verification;
  const seen = async (actor: Actor) => ({
    actor,
    organisationId: HOUSE,
    revision: (await world.stores.organisations.get(HOUSE)).revision,
  });
  async function letter(): Promise<string> {
    const { fileId, size } = await world.files.put(
      Readable.from([Buffer.from('%PDF-1.7 sealed')]),
      'application/pdf',
    );
    const file = { fileId, size, name: '授权书.pdf', mediaType: 'application/pdf' };
    await verification().addEvidence(await seen(admin), 'authorisation-letter', file);
    return fileId;
  }
  async function requested(): Promise<string> {
    const fileId = await letter();
    await verification().request(await seen(admin));
    return fileId;
  }

  it('is promised in five working days, told to the operator of the place, and given with what was checked', async () => {
    await requested();
    const waiting = await world.stores.organisations.get(HOUSE);
    assert.equal(waiting.verification, 'requested');
    assert.equal(waiting.dueAt?.toISOString(), '2026-03-09T15:59:59.999Z');
    await world.drain();
    assert.match((await world.letters('operator@market.example')).join(), /沈州材料研究所[\s\S]*2026-03-09/);
    await verification().verify(await seen(operator), ['register-check', 'authorisation-letter'], null);
    const verified = await world.stores.organisations.get(HOUSE);
    assert.equal(verified.verification, 'verified');
    assert.deepEqual(verified.verifiedChecks, ['register-check', 'authorisation-letter']);
    assert.deepEqual(verified.verifiedAt, world.time.now);
    assert.equal(verified.dueAt, null);
  });

  it('needs evidence and a code', async () => {
    await assert.rejects(async () => verification().request(await seen(admin)), {
      explanation: 'organisations:evidenceMissing',
    });
    await letter();
    await world.organisations.service.edit(admin, HOUSE, (await seen(admin)).revision, profile());
    await assert.rejects(async () => verification().request(await seen(admin)), {
      explanation: 'organisations:codeMissing',
    });
  });

  it('is refused and revoked for a reason, and can be asked for again', async () => {
    await requested();
    await assert.rejects(async () => verification().refuse(await seen(operator), '', null), {
      kind: 'invalid',
    });
    await verification().refuse(await seen(operator), 'evidence-unreadable', '第二页看不清');
    await verification().request(await seen(admin));
    await assert.rejects(async () => verification().verify(await seen(operator), [], null), {
      kind: 'invalid',
    });
    await verification().verify(await seen(operator), ['register-check'], null);
    await verification().revoke(await seen(operator), 'deregistered', null);
    const revoked = await world.stores.organisations.get(HOUSE);
    assert.deepEqual([revoked.verification, revoked.verifiedChecks], ['revoked', []]);
    await verification().request(await seen(admin));
    await world.drain();
    assert.match((await world.letters('admin@market.example')).join(), /证明材料看不清或不完整/);
  });

  it('ends when what was checked changes, not when the description does', async () => {
    await requested();
    await verification().verify(await seen(operator), ['register-check'], null);
    const edit = async (change: Parameters<typeof profile>[0]) =>
      world.organisations.service.edit(
        admin,
        HOUSE,
        (await seen(admin)).revision,
        profile({ creditCode: CODE, ...change }),
      );
    assert.equal((await edit({ description: { zh: '研究轻合金' } })).verification, 'verified');
    assert.equal((await edit({ name: { zh: '沈州新材料研究所' } })).verification, 'none');
  });

  it('is decided once: the second of two operators is told that somebody was first', async () => {
    await requested();
    const one = await seen(operator);
    const other = await world.person('other', {
      office: { role: 'operator', level: 'province', regions: ['21'] },
    });
    const results = await Promise.allSettled([
      verification().verify(one, ['register-check'], null),
      verification().refuse({ ...one, actor: other }, 'duplicate', null),
    ]);
    assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    await assert.rejects(verification().revoke(one, 'other', null));
  });

  it('is not decided by somebody of the house or of another place', async () => {
    await requested();
    const own = await world.person('own', {
      office: { role: 'operator', level: 'province', regions: ['21'] },
      memberships: [{ organisationId: HOUSE, role: 'member', state: 'active', since: world.time.now }],
    });
    const far = await world.person('far', { office: { role: 'operator', level: 'city', regions: ['2102'] } });
    for (const actor of [own, far, admin]) {
      await assert.rejects(async () => verification().verify(await seen(actor), ['register-check'], null), {
        kind: 'forbidden',
      });
    }
  });

  it('shows its evidence to those who decide, and records who looked', async () => {
    const fileId = await requested();
    const opened = await verification().openEvidence(operator, HOUSE, fileId);
    assert.equal(opened.name, '授权书.pdf');
    opened.stream.destroy();
    await assert.rejects(verification().openEvidence(await world.person('stranger'), HOUSE, fileId), {
      kind: 'forbidden',
    });
    await assert.rejects(verification().openEvidence(operator, HOUSE, 'f'.repeat(64)), { kind: 'notFound' });
    await world.drain();
    assert.equal(await world.models.eventLog.countDocuments({ name: 'occurrence.read-evidence' }), 1);
  });

  it('of a code that somebody holds leads to them', async () => {
    const second = await world.person('second');
    const result = await world.organisations.service.create(
      second,
      'b'.repeat(32),
      profile({ creditCode: CODE }),
    );
    assert.equal(result.taken?._id, HOUSE);
    assert.equal(await world.stores.organisations.find('b'.repeat(32)), null);
    assert.equal((await world.actor('second')).membership, null);
  });
});
