import assert from 'node:assert/strict';
import { startApp, type TestApp } from '../support/app.ts';
import { DEMAND_CONTENT, prepareMarket } from '../support/market.ts';
import { signedIn } from '../support/signedIn.ts';

describe('the audit log', () => {
  let app: TestApp;
  let reference = '';
  before(async () => {
    app = await startApp();
    const { people } = await prepareMarket(app);
    const { drafts, moves } = app.services.listings;
    const own = { actor: people.buyer, kind: 'demand', originalLanguage: 'zh' } as const;
    const { _id, revision } = await drafts.start({ ...own, content: DEMAND_CONTENT });
    reference = _id;
    await moves.move({ actor: people.buyer, reference, revision, event: 'submit' });
    await app.drain();
  });
  after(() => app.close());

  it('says in words as what somebody acted, in both languages', async () => {
    const auditor = await signedIn(app, 'auditor');
    const rolesAt = async (path: string) =>
      (await auditor.open(`${path}?subject=${reference}`)).texts('tbody td .small');
    assert.deepEqual(await rolesAt('/desk/audit'), ['提交人', '单位成员']);
    assert.deepEqual(await rolesAt('/en/desk/audit'), ['Submitter', 'Member of the organisation']);
  });

  it('keeps the codes in what is exported, and notes the export', async () => {
    const auditor = await signedIn(app, 'auditor');
    const { text } = await auditor.agent.get(`/desk/audit/export.csv?subject=${reference}`);
    assert.match(String(text), /"listing\.submit","[^"]+","submitter"/);
    await app.drain();
    assert.equal(await app.models.eventLog.countDocuments({ name: 'occurrence.export' }), 1);
  });
});
