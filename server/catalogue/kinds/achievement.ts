import { achievementCategories } from '../../vocabulary/achievementCategories.ts';
import { achievementForms } from '../../vocabulary/achievementForms.ts';
import type { Field, Kind } from '../field.ts';
import * as common from './commonFields.ts';

/** The plain-language template of a supply: problem, solution, benefit with numbers, use, what is wanted (F5). */
export const supplyTexts: readonly Field[] = [
  common.detailText(
    'problem',
    '解决什么问题',
    'Problem it solves',
    '谁遇到什么困难，现在怎么做、差在哪里。',
    'Who has which difficulty, and what is wrong with today’s way.',
    {
      required: true,
      weight: 2,
    },
  ),
  common.detailText(
    'solution',
    '怎么解决',
    'How it solves it',
    '用普通话说明原理和做法，不必写出技术秘密。',
    'Principle and procedure in plain words; no trade secret needed.',
    {
      required: true,
      weight: 2,
    },
  ),
  common.detailText(
    'benefit',
    '好处（与现有方案比较）',
    'Benefit against today’s solution',
    '每个“提高”“降低”都给出数字和对比对象。',
    'A number and a comparison for every “better”.',
    {
      required: true,
      weight: 2,
    },
  ),
  common.statedMetrics,
  common.detailText(
    'application',
    '应用与产品',
    'Application and product',
    '可用于哪些产品、工序；是否已有用户。',
    'Products and process steps it can be used in; users so far.',
  ),
  common.maturity,
  common.detailText(
    'wanted',
    '希望的合作',
    'What is wanted',
    '希望对方是什么样的单位、投入什么。',
    'Which kind of partner, and what it should bring.',
    {
      matching: 'cooperation',
    },
  ),
  common.files,
];

export const supplyTerms: readonly Field[] = [
  common.cooperation,
  common.priceForm,
  common.price,
  common.royaltyRate,
  common.paymentMode,
  common.territory,
  common.restrictedDetail,
];

export const statement: readonly Field[] = [common.notSecret, common.isTruthful];

/** A convertible achievement (科技成果); the record follows the registration form, domain rules 3.6. */
export const achievement: Kind = {
  kind: 'achievement',
  letter: 'A',
  fields: [
    common.title,
    common.summary,
    common.field,
    common.industry,
    common.ipc,
    common.keywordList,
    {
      name: 'category',
      input: 'choice',
      label: { zh: '成果类别', en: 'Category' },
      vocabulary: achievementCategories,
      visibility: 'public',
      isMaterial: false,
      step: 'subject',
    },
    {
      name: 'form',
      input: 'choices',
      label: { zh: '成果形式', en: 'Form of the result' },
      vocabulary: achievementForms,
      visibility: 'public',
      isMaterial: false,
      step: 'subject',
    },
    ...supplyTexts,
    {
      name: 'patents',
      input: 'patentNumbers',
      label: { zh: '相关专利', en: 'Patents' },
      hint: {
        zh: '每行一个申请号或专利号，例如 ZL201710601862.3。没有专利可以不填。',
        en: 'One application or patent number a line, such as ZL201710601862.3. May be empty.',
      },
      visibility: 'public',
      isMaterial: true,
      step: 'patents',
      weight: 4,
    },
    ...supplyTerms,
    ...statement,
  ],
};
