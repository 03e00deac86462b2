import { defineVocabulary } from './vocabulary.ts';

/**
 * Types of technology contract: Civil Code arts. 843, 851, 862, 863, 878; five since about 2021, licences
 * were counted as transfers before.
 */
export const contractTypes = defineVocabulary('contractTypes', [
  { code: 'DEV', zh: '技术开发合同', en: 'Development contract', needsWriting: true },
  { code: 'TRF', zh: '技术转让合同', en: 'Transfer contract', needsWriting: true },
  { code: 'LIC', zh: '技术许可合同', en: 'Licence contract', needsWriting: true },
  { code: 'CON', zh: '技术咨询合同', en: 'Consulting contract', needsWriting: false },
  { code: 'SRV', zh: '技术服务合同', en: 'Service contract', needsWriting: false },
]);
