import { defineVocabulary } from './vocabulary.ts';

/** Where a patent is in force or was filed, by the two-letter codes of patent offices (WIPO ST.3). */
export const jurisdictions = defineVocabulary('jurisdictions', [
  { code: 'CN', zh: '中国', en: 'China' },
  { code: 'HK', zh: '中国香港', en: 'Hong Kong, China' },
  { code: 'MO', zh: '中国澳门', en: 'Macao, China' },
  { code: 'TW', zh: '中国台湾', en: 'Taiwan, China' },
  { code: 'WO', zh: '国际申请（PCT）', en: 'International (PCT)' },
  { code: 'EP', zh: '欧洲专利局', en: 'European Patent Office' },
  { code: 'US', zh: '美国', en: 'United States' },
  { code: 'JP', zh: '日本', en: 'Japan' },
  { code: 'KR', zh: '韩国', en: 'Republic of Korea' },
  { code: 'DE', zh: '德国', en: 'Germany' },
  { code: 'GB', zh: '英国', en: 'United Kingdom' },
  { code: 'FR', zh: '法国', en: 'France' },
  { code: 'IT', zh: '意大利', en: 'Italy' },
  { code: 'NL', zh: '荷兰', en: 'Netherlands' },
  { code: 'CH', zh: '瑞士', en: 'Switzerland' },
  { code: 'SE', zh: '瑞典', en: 'Sweden' },
  { code: 'RU', zh: '俄罗斯', en: 'Russian Federation' },
  { code: 'IN', zh: '印度', en: 'India' },
  { code: 'SG', zh: '新加坡', en: 'Singapore' },
  { code: 'AU', zh: '澳大利亚', en: 'Australia' },
  { code: 'CA', zh: '加拿大', en: 'Canada' },
  { code: 'BR', zh: '巴西', en: 'Brazil' },
]);
