import { defineVocabulary } from './vocabulary.ts';

/** Strategic emerging industries, classification of 2018 (NBS order 23). */
export const strategicIndustries = defineVocabulary('strategicIndustries', [
  { code: '1', zh: '新一代信息技术产业', en: 'New-generation information technology' },
  { code: '2', zh: '高端装备制造产业', en: 'High-end equipment' },
  { code: '3', zh: '新材料产业', en: 'New materials' },
  { code: '4', zh: '生物产业', en: 'Biology' },
  { code: '5', zh: '新能源汽车产业', en: 'New-energy vehicles' },
  { code: '6', zh: '新能源产业', en: 'New energy' },
  { code: '7', zh: '节能环保产业', en: 'Energy saving and environment' },
  { code: '8', zh: '数字创意产业', en: 'Digital creation' },
  { code: '9', zh: '相关服务业', en: 'Related services' },
]);
