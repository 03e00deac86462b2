import assert from 'node:assert/strict';
import { startApp, type TestApp } from '../support/app.ts';
import { addPatent, PATENT_ID, prepareMarket } from '../support/market.ts';
import { signedIn } from '../support/signedIn.ts';

const OTHER_ID = 'CN-97101765.4';
let app: TestApp;

before(async () => {
  app = await startApp();
  await prepareMarket(app);
  await addPatent(app, PATENT_ID);
  await addPatent(app, OTHER_ID, {
    owners: [],
    registerCheckedOn: null,
    createdByOrganisationId: 'firm',
    filedOn: null,
    grantedOn: null,
    legalStatus: 'pending',
  });
});
after(() => app.close());

const stored = (id: string) => app.services.stores.patents.get(id);

describe('the page of the facts of a patent', () => {
  it('shows the number with ZL because it is granted, when it ends, and what may be done with it by which rule', async () => {
    const researcher = await signedIn(app, 'researcher');
    const page = await researcher.open(`/my/patents/${PATENT_ID}`);
    assert.equal(page.heading, '专利 ZL 2017 1 0601862.3');
    assert.ok(page.has('2037-07-21'));
    await researcher.submit({
      pledge: 'true',
      'pledge.since': '2025-06-01',
      owners: '海州大学\n',
      isInvalidationPending: 'true',
    });
    const findings = researcher.page.texts('.findings > li');
    assert.equal(findings.length, 5);
    assert.ok(
      findings[0]?.includes('不可以') && findings[0].includes('第八十六条第（四）项'),
      findings.join(),
    );
    assert.ok(findings[3]?.includes('《民法典》第四百四十四条'), findings.join());
    const english = await researcher.open(`/en/my/patents/${PATENT_ID}`);
    assert.ok(english.has('Patent Law art. 14') && english.has('Barred'));
    const { encumbrances, owners } = await stored(PATENT_ID);
    assert.deepEqual(encumbrances, [
      { kind: 'pledge', by: 'declared', since: '2025-06-01', hasConsent: false },
    ]);
    assert.deepEqual(owners, [{ organisationId: 'institute' }, { name: { zh: '海州大学' } }]);
  });

  it('refuses what cannot be true, beside the fields, and keeps what was typed', async () => {
    const researcher = await signedIn(app, 'researcher');
    await researcher.open(`/my/patents/${PATENT_ID}`);
    const { revision } = await stored(PATENT_ID);
    const again = await researcher.submit({
      grantedOn: '2017-01-01',
      publicationNumber: 'CN12345678A',
      ipc: 'Y02E 10/50',
      registerCheckedOn: '2027-01-01',
      'title.en': 'Alloy',
    });
    assert.equal(again.status, 422);
    assert.equal(again.summary.length, 4, again.summary.join());
    for (const link of again.$('.error-summary a').toArray()) {
      const id = again.$(link).attr('href')?.slice(1) ?? '';
      assert.equal(again.$(`[id="${id}"]`).length, 1, id);
    }
    assert.equal(again.form().value('title.en'), 'Alloy');
    assert.equal((await stored(PATENT_ID)).revision, revision);
  });

  it('takes dates and publication numbers as people type them', async () => {
    const researcher = await signedIn(app, 'researcher');
    await researcher.open(`/my/patents/${PATENT_ID}`);
    await researcher.submit({
      publicationNumber: 'cn 107267829 b',
      ipc: 'c22c21/00；C22C 21/00',
      grantedOn: '2019年4月2日',
    });
    const { publicationNumber, ipc, grantedOn } = await stored(PATENT_ID);
    assert.deepEqual([publicationNumber, ipc, grantedOn], ['CN107267829B', ['C22C 21/00'], '2019-04-02']);
  });

  it('shows what is stored beside what was typed when somebody else was first', async () => {
    const researcher = await signedIn(app, 'researcher');
    const province = await signedIn(app, 'province');
    await researcher.open(`/my/patents/${PATENT_ID}`);
    await province.open(`/my/patents/${PATENT_ID}`);
    assert.ok(province.page.has('以平台人员的身份'));
    await province.submit({ 'title.zh': '登记簿上的名称' });
    const late = await researcher.submit({ 'title.zh': '我写的名称' });
    assert.equal(late.status, 409);
    assert.ok(late.has('登记簿上的名称'));
    assert.equal(late.form().value('title.zh'), '我写的名称');
    const { owners, history } = await stored(PATENT_ID);
    assert.equal(history.at(-1)?.event, 'check-register');
    assert.equal(owners.length, 2, 'the office keeps the owners');
  });

  it('is open to whoever describes a number first, then only to that house and the office', async () => {
    const researcher = await signedIn(app, 'researcher');
    await researcher.open(`/my/patents/${OTHER_ID}`);
    assert.ok(researcher.page.heading.includes('97 1 01765.4') && !researcher.page.heading.includes('ZL'));
    await researcher.submit({
      isOwn: 'true',
      filedOn: '1997-03-18',
      legalStatus: 'pending',
      registerCheckedOn: '2026-03-02',
    });
    assert.ok(researcher.page.heading.includes('CN 97 1 01765.4'), researcher.page.heading);
    for (const name of ['buyer', 'competitor', 'auditor', 'administrator'])
      assert.equal((await (await signedIn(app, name)).open(`/my/patents/${OTHER_ID}`)).status, 403, name);
    for (const id of ['CN-97101765.5', 'nothing', '%2e%2e'])
      assert.equal((await researcher.open(`/my/patents/${id}`)).status, 404, id);
    assert.ok((await app.visitor().open(`/my/patents/${OTHER_ID}`)).address.startsWith('/sign-in'));
  });
});
