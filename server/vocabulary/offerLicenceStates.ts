import { defineVocabulary } from './vocabulary.ts';

/** States of a licence taken under an announced open licence. */
export const offerLicenceStates = defineVocabulary('offerLicenceStates', [
  { code: 'notice-sent', zh: '已发出通知', en: 'Notice sent' },
  { code: 'notice-delivered', zh: '通知已送达', en: 'Notice delivered' },
  { code: 'effective', zh: '已生效', en: 'In effect' },
  { code: 'recordal-due', zh: '待备案', en: 'Recordal due' },
  { code: 'recordal-filed', zh: '已提交备案', en: 'Recordal filed' },
  { code: 'recorded', zh: '已备案', en: 'Recorded' },
  { code: 'recordal-refused', zh: '备案未通过', en: 'Recordal refused' },
  { code: 'ended', zh: '期满终止', en: 'Ended' },
  { code: 'terminated', zh: '提前终止', en: 'Terminated' },
  { code: 'disputed', zh: '争议中', en: 'In dispute' },
]);
