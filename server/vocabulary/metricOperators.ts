import { defineVocabulary } from './vocabulary.ts';

/** How a target value is to be read; `symbol` is what tables and imports show. */
export const metricOperators = defineVocabulary('metricOperators', [
  { code: 'le', zh: '不大于', en: 'at most', symbol: '≤' },
  { code: 'ge', zh: '不小于', en: 'at least', symbol: '≥' },
  { code: 'eq', zh: '等于', en: 'equal to', symbol: '=' },
  { code: 'lt', zh: '小于', en: 'below', symbol: '<' },
  { code: 'gt', zh: '大于', en: 'above', symbol: '>' },
  { code: 'between', zh: '介于', en: 'between', symbol: '–' },
]);
