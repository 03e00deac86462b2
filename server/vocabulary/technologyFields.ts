import { defineVocabulary } from './vocabulary.ts';

/** The eleven technology fields of contract statistics; also the field facet of listings. */
export const technologyFields = defineVocabulary('technologyFields', [
  { code: 'electronics-information', zh: '电子信息', en: 'Electronics and information' },
  { code: 'aerospace', zh: '航空航天', en: 'Aerospace' },
  { code: 'advanced-manufacturing', zh: '先进制造', en: 'Advanced manufacturing' },
  { code: 'biomedicine', zh: '生物医药和医疗器械', en: 'Biomedicine and medical devices' },
  { code: 'new-materials', zh: '新材料及其应用', en: 'New materials' },
  { code: 'new-energy', zh: '新能源与高效节能', en: 'New energy and efficiency' },
  { code: 'environment', zh: '环境保护与资源综合利用', en: 'Environment and resources' },
  { code: 'nuclear', zh: '核应用', en: 'Nuclear applications' },
  { code: 'agriculture', zh: '农业', en: 'Agriculture' },
  { code: 'transport', zh: '现代交通', en: 'Modern transport' },
  { code: 'urban-social', zh: '城市建设与社会发展', en: 'Cities and social development' },
]);
