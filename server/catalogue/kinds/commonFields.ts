import { cooperationForms } from '../../vocabulary/cooperationForms.ts';
import { industries } from '../../vocabulary/industries.ts';
import { paymentModes } from '../../vocabulary/paymentModes.ts';
import { priceForms } from '../../vocabulary/priceForms.ts';
import { technologyFields } from '../../vocabulary/technologyFields.ts';
import { trlLevels } from '../../vocabulary/trlLevels.ts';
import type { Field } from '../field.ts';

/** Fields that several kinds share, so that the same thing has the same name everywhere. */

export const title: Field = {
  name: 'title',
  input: 'text',
  label: { zh: '名称', en: 'Title' },
  hint: {
    zh: '一句话说清是什么技术、用在哪里，不写单位名称。',
    en: 'What it is and what it is for, without the name of your organisation.',
  },
  required: true,
  maximum: 80,
  visibility: 'public',
  isMaterial: true,
  step: 'subject',
  weight: 8,
  matching: 'subject',
};

export const summary: Field = {
  name: 'summary',
  input: 'longText',
  label: { zh: '一句话说明', en: 'Summary in a sentence or two' },
  hint: {
    zh: '会显示在列表卡片上。请写出带数字的好处。',
    en: 'Shown on cards in lists. Give the benefit with a number.',
  },
  required: true,
  maximum: 200,
  visibility: 'public',
  isMaterial: true,
  step: 'subject',
  weight: 4,
  matching: 'subject',
};

export const field: Field = {
  name: 'field',
  input: 'choice',
  label: { zh: '技术领域', en: 'Technology field' },
  vocabulary: technologyFields,
  required: true,
  visibility: 'public',
  isMaterial: true,
  step: 'subject',
  facet: 'field',
  matching: 'field',
};

export const industry: Field = {
  name: 'industry',
  input: 'choices',
  label: { zh: '应用行业（国民经济行业分类）', en: 'Industries of use (GB/T 4754)' },
  vocabulary: industries,
  required: true,
  maximum: 5,
  visibility: 'public',
  isMaterial: true,
  step: 'subject',
  facet: 'industry',
  matching: 'field',
};

export const ipc: Field = {
  name: 'ipc',
  input: 'ipcSymbols',
  label: { zh: '国际专利分类号', en: 'IPC symbols' },
  hint: {
    zh: '例如 C22C 21/00;多个号用分号隔开。',
    en: 'Such as C22C 21/00; several separated by semicolons.',
  },
  visibility: 'public',
  isMaterial: true,
  step: 'subject',
  facet: 'ipc',
  matching: 'field',
};

export const keywordList: Field = {
  name: 'keywords',
  input: 'keywords',
  label: { zh: '关键词', en: 'Keywords' },
  hint: {
    zh: '对方可能用来搜索的说法，包括车间里的叫法。',
    en: 'What the other side might search for, trade words included.',
  },
  visibility: 'public',
  isMaterial: true,
  step: 'subject',
  weight: 4,
  matching: 'subject',
};

export const maturity: Field = {
  name: 'maturity',
  input: 'choice',
  label: { zh: '技术成熟度（TRL）', en: 'Maturity (TRL)' },
  vocabulary: trlLevels,
  required: true,
  visibility: 'public',
  isMaterial: true,
  step: 'detail',
  facet: 'trl',
  matching: 'maturity',
};

/** A long text on the detail page of the form. */
export function detailText(
  name: string,
  zh: string,
  en: string,
  hintZh: string,
  hintEn: string,
  more: Partial<Field> = {},
): Field {
  return {
    name,
    input: 'longText',
    label: { zh, en },
    hint: { zh: hintZh, en: hintEn },
    maximum: 3000,
    visibility: 'public',
    isMaterial: true,
    step: 'detail',
    weight: 1,
    matching: 'subject',
    ...more,
  };
}

export const statedMetrics: Field = {
  name: 'metrics',
  input: 'metrics',
  label: { zh: '已达到的指标', en: 'Figures reached' },
  hint: {
    zh: '例如：抗拉强度 ≥ 350 MPa。匹配时会与需求的指标比较。',
    en: 'Such as tensile strength ≥ 350 MPa. Compared with the targets of demands.',
  },
  visibility: 'public',
  isMaterial: true,
  step: 'detail',
  weight: 1,
  matching: 'metrics',
};

export const cooperation: Field = {
  name: 'cooperation',
  input: 'choices',
  label: { zh: '合作方式', en: 'Forms of cooperation' },
  vocabulary: cooperationForms,
  required: true,
  visibility: 'public',
  isMaterial: true,
  step: 'terms',
  facet: 'cooperation',
  matching: 'cooperation',
};

export const priceForm: Field = {
  name: 'priceForm',
  input: 'choice',
  label: { zh: '价格形式', en: 'Form of price' },
  vocabulary: priceForms,
  required: true,
  visibility: 'public',
  isMaterial: true,
  step: 'terms',
  facet: 'price',
  matching: 'price',
};

export const price: Field = {
  name: 'price',
  input: 'money',
  label: { zh: '价格', en: 'Price' },
  hint: {
    zh: '固定价格或入门费，单位万元。面议可以不填。',
    en: 'Fixed price or entry fee, in units of 10,000. Leave empty when negotiable.',
  },
  required: ({ priceForm: form }) => form === 'fixed' || form === 'entry-fee-royalty',
  visibility: 'public',
  isMaterial: true,
  step: 'terms',
  matching: 'price',
};

export const royaltyRate: Field = {
  name: 'royaltyRate',
  input: 'rate',
  label: { zh: '提成比例（%）', en: 'Royalty rate (%)' },
  required: ({ priceForm: form }) => form === 'royalty' || form === 'entry-fee-royalty',
  visibility: 'public',
  isMaterial: true,
  step: 'terms',
};

export const paymentMode: Field = {
  name: 'paymentMode',
  input: 'choice',
  label: { zh: '支付方式', en: 'Mode of payment' },
  vocabulary: paymentModes,
  visibility: 'public',
  isMaterial: true,
  step: 'terms',
};

export const territory: Field = {
  name: 'territory',
  input: 'text',
  label: { zh: '许可或转让的地域', en: 'Territory' },
  hint: { zh: '不填视为中国境内。', en: 'Left empty, it means within China.' },
  maximum: 100,
  visibility: 'public',
  isMaterial: true,
  step: 'terms',
};

export const restrictedDetail: Field = detailText(
  'restrictedDetail',
  '仅对合作方开放的内容',
  'Detail for parties only',
  '只有与您建立联系并经您披露的一方才能看到。',
  'Only read by a party you have disclosed yourself to in a deal.',
  { visibility: 'parties', step: 'terms' },
);

export const files: Field = {
  name: 'files',
  input: 'files',
  label: { zh: '图片和附件', en: 'Pictures and files' },
  visibility: 'public',
  isMaterial: true,
  step: 'detail',
};

/** State secrets never enter the system (Law on Promoting Conversion, art. 11 and 30). */
export const notSecret: Field = {
  name: 'isNotSecret',
  input: 'flag',
  label: {
    zh: '我确认以上内容不涉及国家秘密，也没有未经许可公开他人的商业秘密。',
    en: 'I confirm that this contains no state secret and no trade secret of others published without leave.',
  },
  required: true,
  visibility: 'office',
  isMaterial: true,
  step: 'statement',
};

export const isTruthful: Field = {
  name: 'isTruthful',
  input: 'flag',
  label: {
    zh: '我确认内容真实，并有权代表本单位发布。',
    en: 'I confirm that this is true and that I may post it for my organisation.',
  },
  required: true,
  visibility: 'office',
  isMaterial: true,
  step: 'statement',
};
