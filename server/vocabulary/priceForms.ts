import { defineVocabulary } from './vocabulary.ts';

/** How the price of a listing is stated. */
export const priceForms = defineVocabulary('priceForms', [
  { code: 'fixed', zh: '一口价', en: 'Fixed price' },
  { code: 'entry-fee-royalty', zh: '入门费加提成', en: 'Entry fee and royalty' },
  { code: 'royalty', zh: '提成', en: 'Royalty' },
  { code: 'free', zh: '免费', en: 'Free of charge' },
  { code: 'negotiable', zh: '面议', en: 'Negotiable' },
]);
