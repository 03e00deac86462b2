import assert from 'node:assert/strict';
import { identityLeaks } from '../../../server/listings/identityLeaks.ts';

const OWNER = {
  organisationNames: ['大连海辰重工有限公司', 'Haichen Heavy Industry Co., Ltd.'],
  creditCodes: ['91210200MA0TEXT00X'],
};

/** What is found in a text, as `kind: passage`. */
function found(text: string, owner = OWNER): string[] {
  return identityLeaks(text, owner).map((leak) => `${leak.kind}: ${text.slice(leak.start, leak.end)}`);
}

describe('identity leaks', () => {
  const cases: [string, string[]][] = [
    ['由大连海辰重工有限公司提出', ['organisation-name: 大连海辰重工有限公司']],
    ['海辰重工的生产线', ['organisation-name: 海辰重工']],
    ['大连 海 辰 重 工', ['organisation-name: 大连 海 辰 重 工']],
    ['at haichen heavy  industry we', ['organisation-name: haichen heavy  industry']],
    ['信用代码 91110000600037341L。', ['credit-code: 91110000600037341L']],
    ['代码9111 0000 6000 37341l', ['credit-code: 9111 0000 6000 37341l']],
    ['自己的代码 91210200MA0TEXT00X', ['credit-code: 91210200MA0TEXT00X']],
    ['电话13900001234', ['phone: 13900001234']],
    ['请拨 +86 139 0000 1234', ['phone: +86 139 0000 1234']],
    ['座机０４１１－８４７０００００', ['phone: ０４１１－８４７０００００']],
    ['(024) 2312 3456', ['phone: (024) 2312 3456']],
    ['热线 400-800-1200', ['phone: 400-800-1200']],
    ['call +44 20 7946 0958', ['phone: +44 20 7946 0958']],
    ['邮箱：someone@example.com，谢谢', ['mail: someone@example.com']],
    ['someone(at)example.com', ['mail: someone(at)example.com']],
    ['见https://example.com/a?b=1。', ['url: https://example.com/a?b=1']],
    ['见https://example.com，谢谢', ['url: https://example.com']],
    ['官网www.example.cn', ['url: www.example.cn']],
    ['访问example.com了解', ['url: example.com']],
    ['微信号：haichen_2020', ['messenger: 微信号：haichen_2020']],
    ['QQ群 123456789', ['messenger: QQ群 123456789']],
    ['我们的 ZL 2017 1 0601862.3 专利', ['patent-number: ZL 2017 1 0601862.3']],
    ['申请号201710601862.3', ['patent-number: 201710601862.3']],
    ['号码2017106018623', ['patent-number: 2017106018623']],
    ['ZL201710601862.4（抄错）', ['patent-number: ZL201710601862.4']],
    ['公开号 CN101234567B', ['patent-number: CN101234567B']],
    [
      'see US 10123456 B2 and WO 2019/123456',
      ['patent-number: US 10123456 B2', 'patent-number: WO 2019/123456'],
    ],
    ['PCT/CN2019/123456', ['patent-number: PCT/CN2019/123456']],
  ];
  for (const [text, leaks] of cases) it(text, () => assert.deepEqual(found(text), leaks));

  const plain = [
    '镁合金压铸件气孔率 ≤ 0.5%，抗拉强度 ≥ 320 MPa，温度 1200-1400 ℃。',
    '精度 0.0001234567 mm，产量 2017106018624 件。',
    'Steel 6061-T6, ISO 9001, PM2.5 below 35 µg/m3, budget 1,500,000.',
    '重工行业的常见问题，大连地区优先。',
    'The controller runs Node.js 20.',
  ];
  for (const text of plain) it(`are none in: ${text}`, () => assert.deepEqual(found(text), []));

  it('come in order, without one inside another', () => {
    const text = '联系 a@example.com 或 13900001234，ZL201710601862.3，海辰重工';
    assert.deepEqual(
      identityLeaks(text, OWNER).map((leak) => leak.kind),
      ['mail', 'phone', 'patent-number', 'organisation-name'],
    );
  });

  it('take a name made of places and trade words only in full', () => {
    const owner = { organisationNames: ['沈阳新材料科技有限公司'], creditCodes: [] };
    assert.deepEqual(found('寻找新材料科技合作', owner), []);
    assert.deepEqual(found('沈阳新材料科技需要', owner), ['organisation-name: 沈阳新材料科技']);
  });

  it('find a university by its name', () => {
    const owner = { organisationNames: ['示例理工大学'], creditCodes: [] };
    assert.deepEqual(found('与示例理工大学合作', owner), ['organisation-name: 示例理工大学']);
    assert.deepEqual(found('与某理工大学合作', owner), []);
  });
});
