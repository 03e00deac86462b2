import assert from 'node:assert/strict';

import { startApp, type TestApp } from '../support/app.ts';
import { lettersTo } from '../support/letters.ts';
import { type Market, PASSWORD, prepareMarket } from '../support/market.ts';

const MAIN = { form: 'main form[method="post"]' };
const CODE = '91210000558190456G';
const PDF = { name: '授权书.pdf', content: '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n' };
const PROFILE = {
  'name.zh': '沈州泵业有限公司',
  'name.en': 'Shenzhou Pumps',
  kind: 'enterprise',
  region: '2101',
  creditCode: CODE,
  'description.zh': '生产离心泵。',
  fields: ['advanced-manufacturing', 'environment'],
  size: 'medium',
  website: 'https://pumps.example',
  units: '研发部 | Research\n检验部',
};

describe('organisations over HTTP', () => {
  let app: TestApp;
  let market: Market;
  before(async () => {
    app = await startApp();
    market = await prepareMarket(app);
  });
  after(() => app.close());

  async function entered(name: string) {
    const visitor = app.visitor();
    await visitor.signIn(`${name}@market.test`, PASSWORD);
    return visitor;
  }
  async function newcomer(name: string) {
    await market.addPerson(name, {});
    return entered(name);
  }
  async function letter(address: string): Promise<string> {
    await app.drain();
    return (await lettersTo(app.directory, address)).join('\n');
  }

  describe('from the founding to the verification', () => {
    let id: string;

    it('is founded with a profile, and refuses what is wrong beside its field', async () => {
      const chen = await newcomer('chen');
      await chen.open('/my/organisation/new');
      const wrong = {
        ...PROFILE,
        'name.zh': '',
        'name.en': '',
        creditCode: '91210000558190456X',
        website: 'javascript:alert(1)',
      };
      await chen.submit(wrong, MAIN);
      assert.equal(chen.page.status, 422);
      assert.match(chen.page.errors.join(), /中文或英文名称[\s\S]*校验位[\s\S]*https/);
      assert.equal(chen.page.form(MAIN.form).value('description.zh'), '生产离心泵。');
      await chen.submit(PROFILE, MAIN);
      assert.match(chen.page.heading, /沈州泵业有限公司/);
      assert.match(chen.page.text, /下一步/);
      id = (await app.services.stores.organisations.findByIdentifier('uscc', CODE))?._id ?? '';
      const { units, fields } = await app.services.stores.organisations.get(id);
      assert.deepEqual(
        units.map(({ name }) => name),
        [{ zh: '研发部', en: 'Research' }, { zh: '检验部' }],
      );
      assert.deepEqual(fields, PROFILE.fields);
    });

    it('leads a second claimant of the code to the first, who admits or declines', async () => {
      const lu = await newcomer('lu');
      await lu.open('/my/organisation/new');
      await lu.submit(PROFILE, MAIN);
      assert.equal(lu.page.status, 409);
      assert.match(lu.page.heading, /已经有单位登记/);
      await lu.submit({}, MAIN);
      assert.match(lu.page.text, /等待单位管理员核对/);
      assert.match(await letter('chen@market.test'), /申请加入沈州泵业有限公司/);
      const chen = await entered('chen');
      await chen.open('/my/organisation/members');
      await chen.submit({}, { form: 'form[action$="/admit"]' });
      assert.match(chen.page.text, /lu@market\.test/);
      await lu.open('/my/organisation/edit');
      assert.equal(lu.page.status, 403);
      await lu.open('/my/organisation/members');
      assert.ok(!lu.page.text.includes('chen@market.test'), 'addresses are for admins');
    });

    it('hands in evidence whose content is what its name says', async () => {
      const chen = await entered('chen');
      await chen.open('/my/organisation/verification');
      const form = 'form[enctype="multipart/form-data"]';
      const hostile = [
        { name: '授权书.pdf', content: '<html><script>alert(1)</script></html>' },
        { name: 'tool.exe', content: 'MZ' },
        { name: 'empty.pdf', content: '' },
      ];
      for (const file of hostile) {
        await chen.submit({ kind: 'authorisation-letter' }, { form, files: { file: [file] } });
        assert.equal(chen.page.status, 422, file.name);
        assert.equal(chen.page.form(form).value('kind'), 'authorisation-letter');
      }
      await chen.submit({ kind: 'authorisation-letter' }, { form });
      assert.equal(chen.page.status, 422, 'no file');
      assert.deepEqual((await app.services.stores.organisations.get(id)).evidence, []);
      await chen.submit({ kind: 'authorisation-letter' }, { form, files: { file: [PDF] } });
      assert.match(chen.page.text, /授权书\.pdf/);
      await chen.submit({}, { form: 'form[action$="/request"]' });
      assert.match(chen.page.text, /核验中/);
    });

    it('waits in the queue of the place only, where the operator reads the evidence and decides', async () => {
      const far = await entered('city-of-firm');
      await far.open('/desk/organisations');
      assert.ok(!far.page.has('沈州泵业'));
      const { page } = await far.open(`/desk/organisations/${id}`).then(() => far);
      assert.equal(page.$('main form[method="post"]').length, 0);
      const city = await entered('city');
      await city.open('/desk/organisations');
      await city.follow('沈州泵业');
      const address = city.page.link('授权书');
      const file = await city.agent.get(address);
      assert.equal(file.status, 200);
      assert.match(file.headers['content-disposition'] ?? '', /^attachment/);
      assert.equal(file.headers['content-type'], 'application/pdf');
      assert.equal(file.headers['x-content-type-options'], 'nosniff');
      for (const name of ['lu', 'city-of-firm', 'buyer']) {
        assert.equal((await (await entered(name)).agent.get(address)).status, 403, name);
      }
      assert.equal((await app.visitor().agent.get(address)).status, 303);
      await city.submit({}, { button: '通过核验' });
      assert.equal(city.page.status, 422, 'nothing was ticked');
      await city.submit({ checks: ['business-licence', 'authorisation-letter'] }, { button: '通过核验' });
      assert.match(city.page.text, /已通过核验/);
      assert.match(await letter('chen@market.test'), /已通过核验/);
    });

    it('says on the public page what was checked and when, in both languages', async () => {
      const reader = app.visitor();
      await reader.open(`/organisations/${id}`);
      assert.match(reader.page.text, /\d{4}-\d\d-\d\d 由平台工作人员核对：营业执照、授权委托书/);
      await reader.open(`/en/organisations/${id}`);
      assert.match(reader.page.heading, /Shenzhou Pumps/);
      assert.match(reader.page.text, /Checked by the office on .*Business licence, Letter of authorisation/);
      assert.ok(!reader.page.html.includes('授权书.pdf'));
      assert.equal((await reader.open('/organisations/nobody')).status, 404);
      assert.equal((await reader.open(`/organisations/${id}?page=999999999`)).status, 404);
      assert.equal((await reader.open(`/organisations/${id}?odd=1`)).status, 400);
    });

    it('loses the verification when what was checked changes, and keeps both versions of two who edit at once', async () => {
      const [one, two] = [await entered('chen'), await entered('chen')];
      await one.open('/my/organisation/edit');
      await two.open('/my/organisation/edit');
      await one.submit({ 'description.zh': '生产离心泵和阀门。' }, MAIN);
      await two.submit({ 'description.zh': '另一种说法。' }, MAIN);
      assert.equal(two.page.status, 409);
      assert.match(two.page.text, /同事先保存/);
      assert.equal(two.page.form(MAIN.form).value('description.zh'), '另一种说法。');
      assert.equal((await app.services.stores.organisations.get(id)).description?.zh, '生产离心泵和阀门。');
      await two.submit({ 'name.zh': '沈州泵业股份有限公司' }, MAIN);
      const after = await app.services.stores.organisations.get(id);
      assert.deepEqual([after.description?.zh, after.verification], ['另一种说法。', 'none']);
      assert.deepEqual(after.units.length, 2);
    });

    it('is found by its code, and by nobody under a code that is not there', async () => {
      const hua = await newcomer('hua');
      const find = { form: 'form[action$="/find"]' };
      await hua.open('/my/organisation');
      await hua.submit({ creditCode: '91110000600037341L' }, find);
      assert.equal(hua.page.status, 422);
      await hua.submit({ creditCode: CODE.toLowerCase() }, find);
      assert.match(hua.page.address, /\/organisations\//);
    });
  });
});
