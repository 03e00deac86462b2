import { defineVocabulary } from './vocabulary.ts';

/** Why an open licence ended without being withdrawn. */
export const openLicenceEndCauses = defineVocabulary('openLicenceEndCauses', [
  { code: 'period-over', zh: '许可期限届满', en: 'The licence period is over' },
  { code: 'patent-expired', zh: '专利权期限届满', en: 'The patent expired' },
  { code: 'patent-lapsed', zh: '专利权终止', en: 'The patent lapsed' },
  { code: 'patent-invalidated', zh: '专利权被宣告无效', en: 'The patent was invalidated' },
]);
