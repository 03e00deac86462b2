/** Names of one unit in compound ones, in either language. */
const SAME: Record<string, string> = {
  day: 'd',
  days: 'd',
  天: 'd',
  日: 'd',
  hour: 'h',
  hours: 'h',
  hr: 'h',
  小时: 'h',
  时: 'h',
  minute: 'min',
  minutes: 'min',
  分钟: 'min',
  分: 'min',
  sec: 's',
  second: 's',
  seconds: 's',
  秒: 's',
  year: 'a',
  years: 'a',
  yr: 'a',
  年: 'a',
  month: '月',
  week: '周',
  tonne: 't',
  tonnes: 't',
  ton: 't',
  吨: 't',
  公斤: 'kg',
  千克: 'kg',
  克: 'g',
  毫克: 'mg',
  微克: 'μg',
  ug: 'μg',
  litre: 'l',
  liter: 'l',
  升: 'l',
  毫升: 'ml',
  微升: 'μl',
  ul: 'μl',
  米: 'm',
  公里: 'km',
  千米: 'km',
  毫米: 'mm',
  厘米: 'cm',
  微米: 'μm',
  um: 'μm',
  立方米: 'm3',
  平方米: 'm2',
  平米: 'm2',
  公顷: 'hm2',
  ha: 'hm2',
  亩: 'mu',
  cycle: '次',
  cycles: '次',
  time: '次',
  times: '次',
  千瓦时: 'kwh',
  度电: 'kwh',
  kw·h: 'kwh',
  瓦: 'w',
  千瓦: 'kw',
  元人民币: '元',
  yuan: '元',
  rmb: '元',
  cny: '元',
  人: '人',
  person: '人',
  台: '台',
  件: '件',
  piece: '件',
  pieces: '件',
};

/**
 * One spelling for a unit however it is written: `mg/(L·h)`, `mg·L⁻¹·h⁻¹` and `mg/L·h` are the same.
 * Case counts for the prefix mega alone.
 */
export function unitKey(written: string): string {
  const parts: { above: string[]; below: string[] } = { above: [], below: [] };
  let isBelow = false;
  for (const piece of plain(written).split(/([·/])/)) {
    if (piece === '/') isBelow = true;
    else if (piece !== '·' && piece !== '') addFactor(piece, isBelow, parts);
  }
  const [above, below] = [parts.above.sort().join('·'), parts.below.sort().join('·')];
  return below === '' ? above : `${above}/${below}`;
}

/** Strokes, dots and powers in one spelling, brackets gone: what follows the first stroke stands below it. */
function plain(written: string): string {
  return written
    .normalize('NFKC')
    .replaceAll(/[−–]/g, '-')
    .replaceAll(/ ?\bper\b ?|每/gi, '/')
    .replaceAll(/\^? ?\(?(\d)[/⁄](\d)\)?(?![\da-z])/gi, (_, above, below) =>
      below === '2' && above === '1' ? ':½' : `:${above}|${below}`,
    )
    .replaceAll(/([a-zμ\d]) (?=[a-zμ]{1,5}\^?-\d)/gi, '$1·')
    .replaceAll(/[∙⋅•*]|(?<=[a-zμ])\.(?=[a-zμ])/gi, '·')
    .replaceAll(/√ ?\(?([a-zμ]+)\)?/gi, '·$1:½')
    .replaceAll(/[\s()^]/g, '')
    .replaceAll('º', '°')
    .replaceAll(/[^M]/g, (character) => character.toLowerCase())
    .replaceAll('kw·h', 'kwh');
}

function addFactor(piece: string, isBelow: boolean, parts: { above: string[]; below: string[] }): void {
  const match = /^(\d*)(\D*?)(-?)(\d(?:\.\d+)?|:\S+)?$/.exec(piece);
  const [, count = '', name = piece, minus = '', power = ''] = match ?? [];
  const same = SAME[name] ?? name;
  const factor = `${count}${same}${power === '1' ? '' : power}`;
  parts[isBelow !== (minus === '-') ? 'below' : 'above'].push(factor);
}
