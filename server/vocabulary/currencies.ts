import { defineVocabulary } from './vocabulary.ts';

/** Currencies of prices (ISO 4217); amounts are stored in minor units, `digits` tells how many. */
export const currencies = defineVocabulary('currencies', [
  { code: 'CNY', zh: '人民币', en: 'Chinese yuan', digits: 2, symbol: '¥' },
  { code: 'USD', zh: '美元', en: 'US dollar', digits: 2, symbol: 'US$' },
  { code: 'EUR', zh: '欧元', en: 'Euro', digits: 2, symbol: '€' },
  { code: 'GBP', zh: '英镑', en: 'Pound sterling', digits: 2, symbol: '£' },
  { code: 'JPY', zh: '日元', en: 'Japanese yen', digits: 0, symbol: 'JP¥' },
  { code: 'HKD', zh: '港元', en: 'Hong Kong dollar', digits: 2, symbol: 'HK$' },
  { code: 'KRW', zh: '韩元', en: 'Korean won', digits: 0, symbol: '₩' },
  { code: 'CHF', zh: '瑞士法郎', en: 'Swiss franc', digits: 2, symbol: 'CHF' },
]);
