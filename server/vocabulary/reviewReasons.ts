import { defineVocabulary, type VocabularyEntry } from './vocabulary.ts';

export interface ReviewReason extends VocabularyEntry {
  /** Which decisions the reason can stand for. */
  decisions: readonly ('return' | 'reject')[];
  /** A text the reviewer starts from and makes specific. */
  template: { zh: string; en: string };
}

const BOTH = ['return', 'reject'] as const;

/** Why a submission goes back or is not published; the owner reads the template as the reviewer left it. */
export const reviewReasons = defineVocabulary<ReviewReason>('reviewReasons', [
  {
    code: 'incomplete',
    zh: '内容不完整',
    en: 'Incomplete',
    decisions: ['return'],
    template: {
      zh: '以下内容还没有填写或不够具体：。请补充后重新提交。',
      en: 'The following is missing or not specific enough: . Please add it and submit again.',
    },
  },
  {
    code: 'unclear-text',
    zh: '说明看不明白',
    en: 'The description is unclear',
    decisions: ['return'],
    template: {
      zh: '非本专业的读者看不出这项技术解决什么问题、效果如何。请用一两句话写明问题和效果，再说明原理。',
      en: 'A reader from outside the field cannot see what problem is solved and how well. Please state both in a sentence or two before the principle.',
    },
  },
  {
    code: 'no-figures',
    zh: '缺少可核对的指标',
    en: 'No figures that can be checked',
    decisions: ['return'],
    template: {
      zh: '文中写到“提高”“降低”等效果，但没有数值、对比对象或测试条件。请补充指标。',
      en: 'The text claims improvements without a value, a comparison or test conditions. Please add the figures.',
    },
  },
  {
    code: 'advertising',
    zh: '含有宣传用语',
    en: 'Advertising language',
    decisions: ['return'],
    template: {
      zh: '以下用语属于商业性宣传，请改为可以核实的陈述：。',
      en: 'The following words are advertising. Please replace them by statements that can be checked: .',
    },
  },
  {
    code: 'number-mismatch',
    zh: '号码有误或与内容不符',
    en: 'A number is wrong or does not fit',
    decisions: BOTH,
    template: {
      zh: '专利号（申请号、公开号或信用代码）与登记信息不一致：。请核对。',
      en: 'A patent, application, publication or credit code does not agree with the register: . Please check it.',
    },
  },
  {
    code: 'right-holder',
    zh: '权利人与登记簿不一致',
    en: 'Right holder differs from the register',
    decisions: BOTH,
    template: {
      zh: '登记簿上的专利权人与填写的不同：。请更正，或提交权利变动的证明。',
      en: 'The register names another right holder: . Please correct this or show how the right passed.',
    },
  },
  {
    code: 'legal-status',
    zh: '法律状态不允许发布',
    en: 'The legal status does not allow it',
    decisions: BOTH,
    template: {
      zh: '登记簿查询结果为：。在此状态下不能按这种方式发布。',
      en: 'The register shows: . In this status it cannot be offered in this way.',
    },
  },
  {
    code: 'consent-missing',
    zh: '缺少同意书',
    en: 'A consent is missing',
    decisions: ['return'],
    template: {
      zh: '还缺共有人或质权人的书面同意。请上传有签章的同意书。',
      en: 'The written consent of a co-owner or pledgee is missing. Please upload it with signature or seal.',
    },
  },
  {
    code: 'attachment',
    zh: '附件不全或打不开',
    en: 'Attachments missing or unreadable',
    decisions: ['return'],
    template: {
      zh: '以下附件缺失或无法阅读：。请重新上传。',
      en: 'These attachments are missing or cannot be read: . Please upload them again.',
    },
  },
  {
    code: 'price-notice',
    zh: '价格或公示安排不明确',
    en: 'Price or public notice unclear',
    decisions: ['return'],
    template: {
      zh: '国家设立的高校、科研院所协议定价的，签约前要公示成果名称和拟交易价格。请写明价格形式和公示安排。',
      en: 'A state-founded university or institute that agrees a price must publish name and intended price before signing. Please state the price form and the notice.',
    },
  },
  {
    code: 'identity-leak',
    zh: '匿名内容会暴露身份',
    en: 'Anonymous text reveals the owner',
    decisions: ['return'],
    template: {
      zh: '匿名需求的公开部分里有能认出单位的内容：。请删去，或改为署名公开。',
      en: 'The public part of this anonymous demand reveals who is behind it: . Please remove it or publish with your name.',
    },
  },
  {
    code: 'duplicate',
    zh: '与已有信息重复',
    en: 'Duplicate',
    decisions: BOTH,
    template: {
      zh: '与已发布的信息内容相同：。请在原信息上修改。',
      en: 'It says the same as a published listing: . Please edit that one.',
    },
  },
  {
    code: 'secret',
    zh: '可能涉及秘密',
    en: 'May touch secrets',
    decisions: ['reject'],
    template: {
      zh: '内容可能涉及国家秘密或他人的技术秘密，不能在本平台发布。',
      en: 'The content may touch state secrets or somebody’s know-how and cannot be published here.',
    },
  },
  {
    code: 'restricted-technology',
    zh: '属于禁止或限制出口的技术',
    en: 'Prohibited or restricted technology',
    decisions: BOTH,
    template: {
      zh: '该技术可能列入禁止或限制出口目录。请说明对外合作的安排，或取消面向境外的范围。',
      en: 'The technology may be on the list of prohibited or restricted exports. Please explain the plans abroad or limit the territory.',
    },
  },
  {
    code: 'untrue',
    zh: '内容不实',
    en: 'Untrue statements',
    decisions: ['reject'],
    template: {
      zh: '核实后发现以下内容与事实不符：。',
      en: 'A check showed that the following is not true: .',
    },
  },
  {
    code: 'out-of-scope',
    zh: '不属于发布范围',
    en: 'Outside the scope',
    decisions: ['reject'],
    template: {
      zh: '本平台发布科技成果、专利、开放许可和技术需求，这条信息不在此范围内。',
      en: 'The marketplace carries achievements, patents, open licences and technology demands. This is none of them.',
    },
  },
]);
