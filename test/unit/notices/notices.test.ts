import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTranslator } from '../../../server/i18n/translate.ts';
import { NOTICE_RULES } from '../../../server/notices/noticeRules.ts';
import { noticeText } from '../../../server/notices/noticeText.ts';
import { type AccountWorld, openAccountWorld } from '../../support/accountWorld.ts';
import { completeContent, listingRecord, organisation, version } from '../../support/listingRecords.ts';
import { people } from '../../support/listingWorld.ts';

const LISTING = 'D-2026-000001A';
const FIRM = '海州机械厂';

describe('notices', () => {
  let world: AccountWorld;
  beforeEach(async () => {
    world = await openAccountWorld();
    const at = world.time.now;
    const belongs = (role: 'member' | 'admin') => [
      { organisationId: 'works', role, state: 'active' as const, since: at },
    ];
    await world.stores.organisations.add(organisation({ _id: 'works', name: { zh: FIRM } }));
    await world.person('author', { memberships: belongs('member') });
    await world.person('colleague', { memberships: belongs('member') });
    await world.person('boss', { memberships: belongs('admin'), language: 'en' });
    await world.person('city', { office: { role: 'operator', level: 'city', regions: ['2101'] } });
    await world.person('province', { office: { role: 'operator', level: 'province', regions: ['21'] } });
    await world.person('elsewhere', { office: { role: 'operator', level: 'city', regions: ['2102'] } });
  });
  afterEach(async () => {
    assert.deepEqual(world.failures, []);
    await world.close();
  });

  /** Puts an anonymous demand into the store whose last event is the given one. */
  async function happens(event: string, detail: { reason?: string } = {}): Promise<void> {
    const recorded = world.recorder.record('listing', {
      actor: { ...people.cityReviewer, accountId: 'city' },
      role: 'reviewer',
      event,
      ...detail,
    });
    const listing = listingRecord({
      _id: LISTING,
      kind: 'demand',
      organisationId: 'works',
      visibility: 'anonymous',
      draft: { ...version(completeContent('demand')), savedBy: 'author' },
      reviewRegionPath: ['21', '2101'],
      reviewLevel: event === 'recommend' ? 'province' : 'city',
      pending: [recorded.event],
    });
    await world.stores.listings.insert(listing);
    await world.drain();
  }
  const toldTo = async () =>
    (await world.models.notices.distinct('accountId')).filter((id) => id !== 'test').toSorted();

  it('reach the author and those who run the house, not all colleagues', async () => {
    await happens('approve');
    assert.deepEqual(await toldTo(), ['author', 'boss']);
  });

  it('reach the operators whose turn it is, but not who did it', async () => {
    await happens('recommend');
    assert.deepEqual(await toldTo(), ['province']);
  });

  it('name the reference first, the reason in words, one link, why and how to stop, in the language of the person', async () => {
    await happens('return', { reason: 'incomplete' });
    const [chinese = ''] = await world.letters('author@market.example');
    assert.match(chinese, /^Subject: \[D-2026-000001A\] .*需要修改$/m);
    assert.match(chinese, /原因：内容不完整/);
    assert.match(chinese, /^https:\/\/market\.example\/my\/listings\/D-2026-000001A$/m);
    assert.match(chinese, /您收到这封信，是因为[\s\S]*https:\/\/market\.example\/my\/notices/);
    const [english = ''] = await world.letters('boss@market.example');
    assert.match(english, /needs changes[\s\S]*Incomplete[\s\S]*https:\/\/market\.example\/en\/my\/listings/);
  });

  it('never name the firm behind an anonymous demand', async () => {
    await happens('approve');
    const folder = join(world.directory, 'mail');
    for (const name of await readdir(folder))
      assert.ok(!(await readFile(join(folder, name), 'utf8')).includes(FIRM), name);
    assert.ok(!JSON.stringify(await world.models.notices.find({}).lean()).includes(FIRM));
  });

  it('exist once however often the log is read, and are mailed once', async () => {
    await happens('approve');
    const before = await world.models.notices.countDocuments({});
    const folder = join(world.directory, 'mail');
    const letters = (await readdir(folder)).toSorted();
    await world.runner.rewind('notices');
    await world.drain();
    assert.equal(await world.models.notices.countDocuments({}), before);
    assert.deepEqual((await readdir(folder)).toSorted(), letters);
  });

  it('follow the settings of the person', async () => {
    const set = async (id: string, channel: 'site' | 'none') =>
      world.accounts.profile.changeNotices(await world.actor(id), { listings: channel });
    await set('author', 'site');
    await set('boss', 'none');
    await happens('approve');
    assert.deepEqual(await toldTo(), ['author']);
    assert.deepEqual(await world.letters('author@market.example'), []);
  });

  it('are read by their person only, and marked when opened', async () => {
    await happens('approve');
    const author = await world.actor('author');
    const { notices } = world.notices;
    const page = await notices.page(author, 0, 10);
    assert.deepEqual([page.total, page.unread], [1, 1]);
    const id = page.notices[0]?._id ?? '';
    await assert.rejects(notices.open(await world.actor('boss'), id), { kind: 'notFound' });
    assert.equal((await notices.open(author, id)).path, `/my/listings/${LISTING}`);
    assert.equal(await notices.countUnread(author), 0);
  });

  it('have a text in both languages for every rule', () => {
    const translator = createTranslator({ strict: true });
    const words = { added: 3, waiting: 2, approved: 1, refused: 0 };
    const values = { reference: null, title: null, organisation: null, reason: null, dueOn: null, words };
    for (const { event, group } of NOTICE_RULES) {
      for (const language of ['zh', 'en'] as const) {
        const { title, text } = noticeText({ kind: event, values }, language, translator(language));
        assert.ok(title.length > 1 && text.length > 5, event);
        assert.ok(translator(language)(`mail:reasons.${group}`).length > 5, group);
      }
    }
  });
});
