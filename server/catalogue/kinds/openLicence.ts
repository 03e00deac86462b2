import { feeBases } from '../../vocabulary/feeBases.ts';
import { openLicenceRegimes } from '../../vocabulary/openLicenceRegimes.ts';
import { paymentModes } from '../../vocabulary/paymentModes.ts';
import { royaltyBases } from '../../vocabulary/royaltyBases.ts';
import type { Field, Kind } from '../field.ts';
import { statement } from './achievement.ts';
import * as common from './commonFields.ts';
import { onePatent } from './patent.ts';

const isFree = (mode: unknown) => mode === 'free';
const hasRoyalty = (mode: unknown) => mode === 'running-royalty' || mode === 'entry-fee-royalty';

/** What a declaration has to state (Implementing Regulations r85): payment and standard, period, other matters. */
const declaredTerms: readonly Field[] = [
  {
    name: 'regime',
    input: 'choice',
    label: { zh: '适用制度', en: 'Regime' },
    vocabulary: openLicenceRegimes,
    required: true,
    visibility: 'public',
    isMaterial: true,
    step: 'terms',
  },
  {
    ...common.paymentMode,
    required: true,
    label: { zh: '许可费支付方式', en: 'Mode of payment' },
    vocabulary: paymentModes,
    facet: 'licence',
  },
  {
    ...common.price,
    label: { zh: '许可费（固定费或入门费）', en: 'Fee (fixed or entry fee)' },
    hint: {
      zh: '单位万元。固定许可费一般不高于 2000 万元。',
      en: 'In units of 10,000. A fixed fee is generally not above CNY 20 million.',
    },
    required: ({ paymentMode }) => !isFree(paymentMode) && paymentMode !== 'running-royalty',
  },
  {
    name: 'royaltyBase',
    input: 'choice',
    label: { zh: '提成基数', en: 'Royalty base' },
    vocabulary: royaltyBases,
    required: ({ paymentMode }) => hasRoyalty(paymentMode),
    visibility: 'public',
    isMaterial: true,
    step: 'terms',
  },
  { ...common.royaltyRate, required: ({ paymentMode }) => hasRoyalty(paymentMode) },
  {
    name: 'periodFrom',
    input: 'date',
    label: { zh: '许可期限起', en: 'Licence period from' },
    required: true,
    visibility: 'public',
    isMaterial: true,
    step: 'terms',
  },
  {
    name: 'periodTo',
    input: 'date',
    label: { zh: '许可期限止', en: 'Licence period to' },
    required: true,
    visibility: 'public',
    isMaterial: true,
    step: 'terms',
  },
  {
    name: 'feeBasis',
    input: 'choice',
    label: { zh: '许可费估算依据', en: 'How the fee was worked out' },
    vocabulary: feeBases,
    required: ({ paymentMode }) => !isFree(paymentMode),
    visibility: 'public',
    isMaterial: true,
    step: 'terms',
  },
  common.detailText(
    'otherTerms',
    '其他需要说明的事项',
    'Other matters',
    '不写宣传用语。',
    'No advertising language.',
    {
      step: 'terms',
      weight: 0,
    },
  ),
  common.detailText(
    'knowHow',
    '可另行约定的技术秘密、培训或试用',
    'Know-how, training or trial on offer',
    '开放许可不含技术秘密，可以另行约定。',
    'An open licence does not cover know-how; it may be agreed separately.',
    {
      step: 'terms',
    },
  ),
];

/** A patent open licence (Patent Law art. 50-52): exactly one patent, terms that bind once announced. */
export const openLicence: Kind = {
  kind: 'open-licence',
  letter: 'O',
  fields: [
    common.title,
    common.summary,
    common.field,
    common.industry,
    common.ipc,
    common.keywordList,
    onePatent,
    common.detailText(
      'problem',
      '解决什么问题',
      'Problem it solves',
      '谁遇到什么困难。',
      'Who has which difficulty.',
      { required: true, weight: 2 },
    ),
    common.detailText(
      'solution',
      '怎么解决',
      'How it solves it',
      '用普通话说明原理和做法。',
      'Principle and procedure in plain words.',
      { required: true, weight: 2 },
    ),
    common.detailText(
      'application',
      '应用与产品',
      'Application and product',
      '可用于哪些产品、工序。',
      'Products and process steps it can be used in.',
    ),
    common.statedMetrics,
    common.maturity,
    common.files,
    ...declaredTerms,
    ...statement,
  ],
};
