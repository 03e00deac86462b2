import { defineVocabulary } from './vocabulary.ts';

/** The nine fields in which the provincial achievement pool of Liaoning reports. */
export const poolFields = defineVocabulary('poolFields', [
  { code: 'equipment', zh: '装备制造', en: 'Equipment manufacturing' },
  { code: 'materials', zh: '材料', en: 'Materials' },
  { code: 'electronics-information', zh: '电子信息', en: 'Electronics and information' },
  { code: 'energy', zh: '能源', en: 'Energy' },
  { code: 'transport', zh: '交通', en: 'Transport' },
  { code: 'biomedicine', zh: '生物医药', en: 'Biomedicine' },
  { code: 'resources-environment', zh: '资源环境', en: 'Resources and environment' },
  { code: 'agriculture', zh: '农业', en: 'Agriculture' },
  { code: 'other', zh: '其他', en: 'Other' },
]);
