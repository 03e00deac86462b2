export interface AdvertisingMatch {
  word: string;
  start: number;
  end: number;
}

/**
 * Wording that sells instead of stating. Chosen so that technical usage stays free: "最佳反应温度", "第一步",
 * "唯一标识" and "best mode" are not advertising.
 */
const PATTERNS: readonly RegExp[] = [
  /(?:全国|全球|世界|国内|国际|行业|业内|同行)第一|第一品牌|独一无二|绝无仅有|史无前例|前所未有|无与伦比/g,
  /遥遥领先|(?:全球|世界|国际|国内|行业)领先|世界一流|国际一流|顶级|顶尖|王牌|至尊|极致体验|完美无缺/g,
  /最佳(?:选择|品牌)|最优惠|最先进|最好的?|最强|首选|不二之选|万能|神器|奇迹|颠覆性|革命性/g,
  /填补(?:国内|国际|世界|行业)?空白|唯一(?=的?(?:选择|厂家|供应商|品牌|掌握|能够))|独家(?!许可|实施|使用)/g,
  /零风险|稳赚|包赚|暴利|一本万利|百分之百|100\s?[%％](?:有效|成功|合格|保证)|保证(?:盈利|成功|有效)/g,
  /火爆|热销|畅销|抢购|限时|特价|优惠酬宾|机不可失|欲购从速|欢迎(?:选购|订购)|诚招/g,
  /\b(?:world|industry|market)[- ](?:leading|class|beating)\b|\bstate[- ]of[- ]the[- ]art\b|\bcutting[- ]edge\b/gi,
  /\bbest[- ](?:in[- ]class|selling|choice|on the market)\b|\b(?:number one|no\. ?1)\b|\bone of a kind\b/gi,
  /\b(?:unbeatable|unparalleled|unrivalled|revolutionary|ground-?breaking|game[- ]chang(?:ing|er)|miracle)\b/gi,
  /\b(?:risk[- ]free|guaranteed (?:profit|success|results?)|once[- ]in[- ]a[- ]lifetime|limited[- ]time|special offer)\b/gi,
];

/**
 * Words of commercial advertising in a text, in order. Implementing Regulations r. 85 forbids them in open-licence
 * declarations; a list cannot decide that, so the operator does.
 */
export function advertisingWords(text: string): AdvertisingMatch[] {
  const matches = PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      word: match[0],
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  return matches.sort((one, other) => one.start - other.start);
}
