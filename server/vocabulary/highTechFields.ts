import { defineVocabulary } from './vocabulary.ts';

/** The eight high-technology fields the state supports. */
export const highTechFields = defineVocabulary('highTechFields', [
  { code: 'electronics-information', zh: '电子信息', en: 'Electronics and information' },
  { code: 'biology-new-medicine', zh: '生物与新医药', en: 'Biology and new medicine' },
  { code: 'aerospace', zh: '航空航天', en: 'Aerospace' },
  { code: 'new-materials', zh: '新材料', en: 'New materials' },
  { code: 'high-tech-services', zh: '高技术服务', en: 'High-tech services' },
  { code: 'new-energy-saving', zh: '新能源与节能', en: 'New energy and energy saving' },
  { code: 'resources-environment', zh: '资源与环境', en: 'Resources and environment' },
  {
    code: 'advanced-manufacturing-automation',
    zh: '先进制造与自动化',
    en: 'Advanced manufacturing and automation',
  },
]);
