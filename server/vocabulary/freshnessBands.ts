import { defineVocabulary } from './vocabulary.ts';

/** How recently the owner confirmed a listing; `days` back from today. */
export const freshnessBands = defineVocabulary('freshnessBands', [
  { code: '30-days', zh: '30 天内确认', en: 'Confirmed within 30 days', days: 30 },
  { code: '90-days', zh: '90 天内确认', en: 'Confirmed within 90 days', days: 90 },
  { code: '365-days', zh: '一年内确认', en: 'Confirmed within a year', days: 365 },
]);
