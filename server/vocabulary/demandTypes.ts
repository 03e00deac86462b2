import { defineVocabulary } from './vocabulary.ts';

/** What a demand asks for. */
export const demandTypes = defineVocabulary('demandTypes', [
  { code: 'problem-solving', zh: '技术攻关', en: 'Solve a problem' },
  { code: 'acquisition', zh: '技术引进', en: 'Buy or license in' },
  { code: 'co-development', zh: '合作开发', en: 'Develop together' },
  { code: 'upgrade', zh: '改造升级', en: 'Upgrade a process or line' },
  { code: 'pilot-scale', zh: '中试放大', en: 'Pilot-scale trial' },
  { code: 'testing', zh: '检验检测', en: 'Testing' },
  { code: 'financing', zh: '成果转化融资', en: 'Financing' },
  { code: 'talent', zh: '技术人才', en: 'Expertise and people' },
]);
