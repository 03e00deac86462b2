import { defineVocabulary } from './vocabulary.ts';

/** What the fee of an open licence is estimated from: CNIPA royalty estimation guideline (trial, 2022). */
export const feeBases = defineVocabulary('feeBases', [
  { code: 'own-income', zh: '专利权人自行实施的收益', en: 'Income from the owner’s own use' },
  { code: 'earlier-licence-fees', zh: '已有许可的使用费', en: 'Fees of earlier licences' },
  { code: 'industry-statistics', zh: '同行业许可费统计', en: 'Licence statistics of the industry' },
  { code: 'international-rates', zh: '国际通行费率', en: 'Internationally usual rates' },
  { code: 'asset-valuation', zh: '资产评估', en: 'Asset valuation' },
]);
