import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { createTranslator } from '../../server/i18n/translate.ts';
import type { Language } from '../../server/localized.ts';
import type { MatchSide } from '../../server/matching/match.ts';
import { createStockMatcher } from '../../server/matching/stock/stockMatcher.ts';
import { takeStock } from '../../server/matching/stock/stockTake.ts';
import { csvOf } from '../../server/statistics/csv.ts';
import { startApp, type TestApp } from '../support/app.ts';
import {
  addPatent,
  DEMAND_CONTENT,
  type Market,
  PATENT_CONTENT,
  PATENT_ID,
  prepareMarket,
  publish,
} from '../support/market.ts';

const HEADER = ['专利名称', '摘要', 'IPC', '技术成熟度(TRL)', '合作方式', '技术领域'];
const GOOD = ['铝合金熔体除气装置', '向铝液吹入惰性气体细泡除氢，压铸件针孔和漏气废品率下降。'];
const ROWS = [
  [...GOOD, 'C22B 9/05', '7', '许可（普通）; service', 'new-materials'],
  [
    'Degassing aluminium melts',
    'Rotary degassing removes hydrogen; porosity of die castings falls.',
    '',
    '',
    '',
    '',
  ],
  [...GOOD, '', '7', '', ''],
  ['一种茶叶包装盒', '纸盒带有折叠提手。', 'B65D 5/00', '', '', ''],
  ['Folding handle for tea boxes', 'A cardboard box whose handle folds.', '', '', '', ''],
  ['', '', '', '', '', ''],
  [...GOOD, 'I01B 1/00', '', '', ''],
  [...GOOD, '', '', '', '炼金术'],
  ['=HYPERLINK("http://x")', '泵壳压铸件打压漏气的浸渗修复。', '', '', '', ''],
  ['焊缝视觉检测', '相机识别焊道砂眼。', '', '', '', ''],
  ['😀😀', '12345', '', '', '', ''],
  ['=1+1 ', `泵壳漏气 ${'长'.repeat(25_000)}`, '', '', '', ''],
];

describe('a stock-take against the market', () => {
  let app: TestApp;
  let market: Market;
  let demand: string;
  let silent: string;
  before(async () => {
    app = await startApp();
    market = await prepareMarket(app);
    await addPatent(app, PATENT_ID);
    const { buyer, competitor, researcher } = market.people;
    await publish(app, market, researcher, 'patent', PATENT_CONTENT);
    demand = (await publish(app, market, buyer, 'demand', DEMAND_CONTENT))._id;
    silent = (await publish(app, market, competitor, 'demand', { ...DEMAND_CONTENT, visibility: 'silent' }))
      ._id;
    await app.drain();
    await writeFile(file('list.csv'), csvOf([HEADER, ...ROWS]));
  });
  after(() => app.close());

  const file = (name: string) => join(app.directory, name);
  const table = async (name: string): Promise<string[][]> =>
    parse(await readFile(file(name), 'utf8'), { bom: true });
  async function run(
    list: string,
    out: string,
    { side = 'supply' as MatchSide, language = 'zh' as Language, isResumed = false } = {},
  ) {
    const speaker = { language, translate: createTranslator({ strict: true })(language) };
    const take = { path: file(list), out: file(out), side, isResumed, speaker };
    return takeStock(createStockMatcher(app.services), take);
  }

  it('says per row what matches, why, what nearly does, and what has nothing near', async () => {
    const counts = await run('list.csv', 'out.csv');
    const rows = await table('out.csv');
    assert.equal(rows.length, ROWS.length + 1);
    assert.ok(rows.every((row) => row.length === rows[0]?.length));
    assert.equal(counts.rows, 12);
    const [, first, second, , tea, box] = rows;
    assert.deepEqual(first?.slice(0, 5), ['2', '铝合金熔体除气装置', '有匹配', demand, '降低泵体压铸件漏气']);
    assert.match(first?.[6] ?? '', /说的是同一件事：.*(除气|针孔|漏气)/);
    assert.ok(['有匹配', '差一点'].includes(second?.[2] ?? ''), 'English finds the Chinese demand');
    for (const row of [tea, box])
      assert.deepEqual([row?.[2], row?.at(-1)], ['没有', '平台上现在没有相近的需求。']);
  });

  it('explains broken rows in their row and goes on', async () => {
    const rows = await table('out.csv');
    assert.equal(rows[6]?.[2], '无法读取');
    assert.match(rows[6]?.at(-1) ?? '', /没有可以匹配的文字/);
    assert.match(rows[7]?.at(-1) ?? '', /“IPC”一列没有采用/);
    assert.equal(rows[7]?.[2], '有匹配');
    assert.match(rows[8]?.at(-1) ?? '', /“技术领域”一列没有采用/);
    assert.equal(rows[11]?.[2], '无法读取');
    assert.equal(rows[9]?.[1], `'=HYPERLINK("http://x")`, 'a spreadsheet runs nothing');
  });

  it('never shows a silent demand, nor whose an anonymous one is', async () => {
    const text = await readFile(file('out.csv'), 'utf8');
    assert.ok(!text.includes(silent));
    for (const name of ['连湾泵业', 'Lianwan', '北屿']) assert.ok(!text.includes(name), name);
  });

  it('stores nothing in the market', async () => {
    const before = await app.services.matching.store.after('', 100);
    await run('list.csv', 'again.csv');
    assert.deepEqual(await app.services.matching.store.after('', 100), before);
  });

  it('goes on after a cut, wherever it was, to the same table', async () => {
    const whole = await readFile(file('out.csv'));
    for (const cut of [0, 40, 1_200, whole.indexOf('茶叶'), whole.length - 3, whole.length]) {
      await writeFile(file('cut.csv'), whole.subarray(0, cut));
      await run('list.csv', 'cut.csv', { isResumed: true });
      assert.deepEqual(await readFile(file('cut.csv')), whole, `cut after ${cut} bytes`);
    }
  });

  it('leaves a file alone that is there, or that it did not write', async () => {
    await assert.rejects(run('list.csv', 'out.csv'), { explanation: 'stock:fileExists' });
    for (const text of ['notes', 'a,b\r\n1,2\r\n']) {
      await writeFile(file('other.csv'), text);
      await assert.rejects(run('list.csv', 'other.csv', { isResumed: true }), {
        explanation: 'stock:otherTable',
      });
      assert.equal(await readFile(file('other.csv'), 'utf8'), text);
    }
    await assert.rejects(run('list.csv', 'out.csv', { isResumed: true, language: 'en' }), {
      explanation: 'stock:otherTable',
    });
  });

  it('names the closed condition of a near miss and the change that opens it', async () => {
    const lines = [
      {
        title: '铝液除气',
        text: DEMAND_CONTENT.background,
        minimumMaturity: '9',
        cooperation: ['licence-ordinary'],
      },
      { title: '铝液除气', text: DEMAND_CONTENT.background },
    ].map((line) => JSON.stringify({ ...line, text: Object.values(line.text as object)[0] }));
    await writeFile(file('needs.jsonl'), `${lines.join('\n')}\n{broken\n`);
    await run('needs.jsonl', 'needs.csv', { side: 'demand', language: 'en' });
    const [, near, live, broken] = await table('needs.csv');
    assert.equal(near?.[2], 'near miss');
    assert.match(near?.join('|') ?? '', /Lowest maturity: TRL 9 or more is asked, only TRL 7 is offered/);
    assert.match(near?.join('|') ?? '', /If the demand accepted TRL 7 instead of 9: all conditions are met/);
    assert.equal(live?.[2], 'matched');
    assert.equal(broken?.[2], 'unreadable');
  });

  it('reads GB18030 lists too', async () => {
    await writeFile(file('gbk.csv'), iconv.encode(csvOf([HEADER, ROWS[0] ?? []]).slice(1), 'gb18030'));
    await run('gbk.csv', 'gbk-out.csv');
    assert.equal((await table('gbk-out.csv'))[1]?.[2], '有匹配');
  });

  it('leaves out a house that wants no suggestions', async () => {
    await app.services.organisations.service.chooseSuggestions(market.people.buyer, 'firm', false);
    await run('list.csv', 'declined.csv');
    assert.ok(!(await readFile(file('declined.csv'), 'utf8')).includes(demand));
    await app.services.organisations.service.chooseSuggestions(market.people.buyer, 'firm', true);
  });

  it('is a command that works beside the server, with progress', async () => {
    const command = [
      'scripts/launch.js',
      'scripts/matchStock.ts',
      file('list.csv'),
      '--out',
      file('command.csv'),
    ];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, command, {
      env: { ...process.env, DATA_DIR: app.directory },
    });
    assert.match(stderr, /12\/12 rows/);
    assert.equal(JSON.parse(stdout.trim().split('\n').at(-1) ?? '').rows, 12);
    assert.deepEqual(await readFile(file('command.csv')), await readFile(file('out.csv')));
  });
});
