import { defineVocabulary } from './vocabulary.ts';

/**
 * What a party offers or asks for. `conversionMode` is the mode of art. 16 it counts as in statistics,
 * `licenceKind` the licence it grants.
 */
export const cooperationForms = defineVocabulary('cooperationForms', [
  {
    code: 'licence-exclusive',
    zh: '独占许可',
    en: 'Exclusive licence',
    conversionMode: 'licence',
    licenceKind: 'exclusive',
  },
  {
    code: 'licence-sole',
    zh: '排他许可',
    en: 'Sole licence',
    conversionMode: 'licence',
    licenceKind: 'sole',
  },
  {
    code: 'licence-ordinary',
    zh: '普通许可',
    en: 'Ordinary licence',
    conversionMode: 'licence',
    licenceKind: 'ordinary',
  },
  { code: 'assignment', zh: '转让', en: 'Assignment', conversionMode: 'transfer', licenceKind: null },
  {
    code: 'equity',
    zh: '作价入股',
    en: 'Equity for technology',
    conversionMode: 'equity',
    licenceKind: null,
  },
  {
    code: 'joint-implementation',
    zh: '合作实施',
    en: 'Joint implementation',
    conversionMode: 'joint-implementation',
    licenceKind: null,
  },
  {
    code: 'co-development',
    zh: '合作开发',
    en: 'Co-development',
    conversionMode: 'other',
    licenceKind: null,
  },
  {
    code: 'commissioned-development',
    zh: '委托开发',
    en: 'Commissioned development',
    conversionMode: 'other',
    licenceKind: null,
  },
  { code: 'service', zh: '技术服务', en: 'Technical service', conversionMode: 'other', licenceKind: null },
  { code: 'consulting', zh: '技术咨询', en: 'Consulting', conversionMode: 'other', licenceKind: null },
]);
