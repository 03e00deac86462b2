import { defineVocabulary } from './vocabulary.ts';

/** Patent-intensive industries, classification of 2019. */
export const patentIntensiveIndustries = defineVocabulary('patentIntensiveIndustries', [
  { code: 'ict-manufacturing', zh: '信息通信技术制造业', en: 'ICT manufacturing' },
  { code: 'ict-services', zh: '信息通信技术服务业', en: 'ICT services' },
  { code: 'new-equipment', zh: '新装备制造业', en: 'New equipment' },
  { code: 'new-materials', zh: '新材料制造业', en: 'New materials' },
  { code: 'medicine', zh: '医药医疗产业', en: 'Medicine and health' },
  { code: 'environment', zh: '环保产业', en: 'Environmental protection' },
  { code: 'research-services', zh: '研发、设计和技术服务业', en: 'Research, design and technical services' },
]);
