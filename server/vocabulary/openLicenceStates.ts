import { defineVocabulary } from './vocabulary.ts';

/** States of an open-licence offer: only an announcement by the patent office makes it one (Patent Law art. 50). */
export const openLicenceStates = defineVocabulary('openLicenceStates', [
  { code: 'prepared', zh: '拟声明', en: 'Prepared' },
  { code: 'filed', zh: '已提交', en: 'Filed with the patent office' },
  { code: 'refused', zh: '未通过', en: 'Refused' },
  { code: 'announced', zh: '已公告', en: 'Announced' },
  { code: 'withdrawing', zh: '撤回中（仍然有效）', en: 'Withdrawal filed, still open' },
  { code: 'withdrawn', zh: '已撤回', en: 'Withdrawn' },
  { code: 'ended', zh: '已终止', en: 'Ended' },
]);
