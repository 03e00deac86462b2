import { defineVocabulary } from '../vocabulary/vocabulary.ts';

/** Where a rule comes from, as people read it beside a finding. `marketplace` marks our own caution, not law. */
export const ruleSources = defineVocabulary('ruleSources', [
  { code: 'patent-law-14', zh: '《专利法》第十四条', en: 'Patent Law art. 14' },
  { code: 'patent-law-50', zh: '《专利法》第五十条', en: 'Patent Law art. 50' },
  { code: 'patent-law-51', zh: '《专利法》第五十一条', en: 'Patent Law art. 51' },
  { code: 'regulations-85', zh: '《专利法实施细则》第八十五条', en: 'Implementing Regulations r. 85' },
  {
    code: 'regulations-86-1',
    zh: '《专利法实施细则》第八十六条第（一）项',
    en: 'Implementing Regulations r. 86(1)',
  },
  {
    code: 'regulations-86-2',
    zh: '《专利法实施细则》第八十六条第（二）项',
    en: 'Implementing Regulations r. 86(2)',
  },
  {
    code: 'regulations-86-3',
    zh: '《专利法实施细则》第八十六条第（三）项',
    en: 'Implementing Regulations r. 86(3)',
  },
  {
    code: 'regulations-86-4',
    zh: '《专利法实施细则》第八十六条第（四）项',
    en: 'Implementing Regulations r. 86(4)',
  },
  {
    code: 'regulations-86-5',
    zh: '《专利法实施细则》第八十六条第（五）项',
    en: 'Implementing Regulations r. 86(5)',
  },
  { code: 'regulations-88', zh: '《专利法实施细则》第八十八条', en: 'Implementing Regulations r. 88' },
  { code: 'regulations-105', zh: '《专利法实施细则》第一百零五条', en: 'Implementing Regulations r. 105' },
  { code: 'civil-code-444', zh: '《民法典》第四百四十四条', en: 'Civil Code art. 444' },
  { code: 'civil-code-865', zh: '《民法典》第八百六十五条', en: 'Civil Code art. 865' },
  {
    code: 'court-interpretation-24',
    zh: '最高人民法院技术合同司法解释第二十四条',
    en: 'Supreme Court interpretation on technology contracts art. 24',
  },
  {
    code: 'court-interpretation-25',
    zh: '最高人民法院技术合同司法解释第二十五条',
    en: 'Supreme Court interpretation on technology contracts art. 25',
  },
  {
    code: 'pledge-registration',
    zh: '专利权质押登记的不予登记情形',
    en: 'Grounds for refusing a patent pledge',
  },
  {
    code: 'office-notice-2024-19',
    zh: '国家知识产权局国知发运字〔2024〕19号通知',
    en: 'CNIPA notice 国知发运字〔2024〕19号',
  },
  { code: 'office-form', zh: '开放许可声明表的填写要求', en: 'Instructions of the declaration form' },
  { code: 'marketplace', zh: '本平台的提醒，不是法律规定', en: 'A caution of this marketplace, not law' },
]);

export type RuleSource = (typeof ruleSources.codes)[number];
