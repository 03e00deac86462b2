import { defineVocabulary } from './vocabulary.ts';

/** How a licence fee is paid: Civil Code art. 846; `free` occurred in the pilots of open licences. */
export const paymentModes = defineVocabulary('paymentModes', [
  { code: 'lump-sum', zh: '一次总付', en: 'Lump sum' },
  { code: 'instalments', zh: '一次总算、分期支付', en: 'Fixed sum in instalments' },
  { code: 'running-royalty', zh: '提成支付', en: 'Running royalty' },
  { code: 'entry-fee-royalty', zh: '入门费加提成', en: 'Entry fee and royalty' },
  { code: 'free', zh: '免费', en: 'Free of charge' },
]);
