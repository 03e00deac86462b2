import { defineVocabulary } from './vocabulary.ts';

/** What a royalty is a share of: Civil Code art. 846. */
export const royaltyBases = defineVocabulary('royaltyBases', [
  { code: 'product-price', zh: '产品价格', en: 'Product price' },
  { code: 'added-output-value', zh: '新增产值', en: 'Added output value' },
  { code: 'profit', zh: '利润', en: 'Profit' },
  { code: 'net-sales', zh: '净销售额', en: 'Net sales' },
]);
