import { writeFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { csvOf } from '../../server/statistics/csv.ts';

export const HEADERS = [
  'externalId',
  '名称 (中文)',
  '名称 (英文)',
  '一句话说明 (中文)',
  '技术领域',
  '应用行业(国民经济行业分类)',
  '国际专利分类号',
  '解决什么问题 (中文)',
  '怎么解决 (中文)',
  '好处(与现有方案比较) (中文)',
  '技术成熟度(TRL)',
  '合作方式',
  '价格形式',
  '价格 (万元)',
  '相关专利',
];

const SUBJECTS = [
  '铝合金熔体除气',
  '电镀废水回用',
  '锂电极片涂布',
  '冷链温度记录',
  '焊缝视觉检测',
  '秸秆制乙醇',
  '齿轮渗碳',
  '轴承钢纯净度',
];

/** A row that is right in every column. */
export function goodRow(number: number): string[] {
  const subject = SUBJECTS[number % SUBJECTS.length] ?? '';
  return [
    `X-${number}`,
    `${subject}技术 ${number} 号`,
    `Method ${number} for the workshop`,
    `${subject},废品率由 8% 降到 ${(number % 40) / 10 + 1}%。`,
    '新材料及其应用',
    '通用设备制造业; 33',
    'C22C 21/00; B22D 17/00',
    `第 ${number} 种工况下的困难。`,
    `采用第 ${number} 种参数组合。`,
    `每吨节约 ${100 + (number % 300)} 元。`,
    '6',
    'licence-ordinary; 技术服务',
    '一口价',
    String(10 + (number % 90)),
    '',
  ];
}

type Break = (row: string[]) => string[];
const set =
  (header: string, value: string): Break =>
  (row) =>
    row.map((cell, index) => (HEADERS[index] === header ? value : cell));

/** Twelve ways in which a row can be wrong. */
export const BREAKS: Record<string, Break> = {
  'no title': (row) => set('名称 (中文)', '')(set('名称 (英文)', '')(row)),
  'a title that is too long': set('名称 (中文)', '长'.repeat(81)),
  'an unknown field': set('技术领域', '炼金术'),
  'an unknown industry': set('应用行业(国民经济行业分类)', '34; 999'),
  'a wrong IPC symbol': set('国际专利分类号', 'I01B 1/00'),
  'a maturity off the scale': set('技术成熟度(TRL)', '10'),
  'no form of cooperation': set('合作方式', ''),
  'a price that is no number': set('价格 (万元)', '很多'),
  'a fixed price without the price': set('价格 (万元)', ''),
  'a patent number with a wrong check digit': set('相关专利', '201710601862.4'),
  'no id': set('externalId', ''),
  'no problem': set('解决什么问题 (中文)', ''),
};

/** Rows of which every so many is broken, each in the next of the twelve ways. */
export function rowsWithBreaks(count: number, every: number): { rows: string[][]; broken: number } {
  const breaks = Object.values(BREAKS);
  let broken = 0;
  const rows = Array.from({ length: count }, (_, number) => {
    const row = goodRow(number);
    if ((number + 1) % every !== 0) return row;
    const change = breaks[broken % breaks.length];
    broken += 1;
    return change ? change(row) : row;
  });
  return { rows, broken };
}

export async function writeCsv(
  path: string,
  rows: string[][],
  encoding: 'utf-8' | 'gb18030' = 'utf-8',
): Promise<void> {
  const text = csvOf([HEADERS, ...rows]);
  await writeFile(path, encoding === 'utf-8' ? text : iconv.encode(text.slice(1), 'gb18030'));
}

export async function writeSheet(path: string, rows: string[][]): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('成果').addRows([HEADERS, ...rows]);
  await workbook.xlsx.writeFile(path);
}
