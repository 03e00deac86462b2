import assert from 'node:assert/strict';
import { readRegionList, writeRegionList } from '../../../server/accounts/regionList.ts';
import { type AccountWorld, openAccountWorld, PASSWORD } from '../../support/accountWorld.ts';

const POST = { role: 'operator', level: 'city', regions: ['2101'] } as const;

describe('posts given on the server', () => {
  let world: AccountWorld;
  beforeEach(async () => {
    world = await openAccountWorld();
  });
  afterEach(() => world.close());

  const appoint = (mail: string, regions: string[] = ['2101']) =>
    world.accounts.console.appoint({ mail, name: '冷知新', language: 'zh', post: { ...POST, regions } });

  it('make an account whose password is set by the printed link', async () => {
    const { accountId, secret } = await appoint('first@market.example');
    assert.equal(await world.accounts.findActor(accountId), null);
    await world.accounts.passwordService.reset(secret ?? '', PASSWORD);
    assert.deepEqual((await world.accounts.findActor(accountId))?.office, POST);
    assert.notEqual((await world.accounts.signIn.verify('first@market.example', PASSWORD)).account, null);
  });

  it('change the post of an account there is, and leave its password alone', async () => {
    await world.person('known');
    assert.equal((await appoint('known@market.example', ['2101', '2102'])).secret, null);
    assert.deepEqual((await world.actor('known')).office?.regions, ['2101', '2102']);
    assert.notEqual((await world.accounts.signIn.verify('known@market.example', PASSWORD)).account, null);
  });

  it('need regions that exist', async () => {
    await assert.rejects(appoint('x@market.example', []), { kind: 'invalid' });
    await assert.rejects(appoint('x@market.example', ['9999']), { kind: 'invalid' });
    assert.equal(await world.stores.accounts.findByMail('x@market.example'), null);
  });
});

describe('regions in one box', () => {
  it('are read by name or code in either language, and written in the language of the page', () => {
    assert.deepEqual(readRegionList('沈阳市、大连, Jinan；21\n210102'), [
      '2101',
      '2102',
      '3701',
      '21',
      '210102',
    ]);
    assert.deepEqual(readRegionList('沈阳市、亚特兰蒂斯'), ['2101', null]);
    assert.deepEqual(readRegionList(' '), []);
    for (const language of ['zh', 'en'] as const) {
      assert.deepEqual(readRegionList(writeRegionList(['21', '2101', '3701'], language)), [
        '21',
        '2101',
        '3701',
      ]);
    }
  });
});
