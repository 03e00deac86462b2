import { defineVocabulary } from './vocabulary.ts';

/**
 * Legal status of a patent. `isAlive`: the right or application exists; `isGranted`: it has been granted.
 * An invalidated patent never existed (Patent Law art. 47).
 */
export const legalStatuses = defineVocabulary('legalStatuses', [
  { code: 'pending', zh: '申请中', en: 'Pending', isAlive: true, isGranted: false },
  { code: 'valid', zh: '有效', en: 'In force', isAlive: true, isGranted: true },
  { code: 'fee-grace', zh: '滞纳期', en: 'In the grace period for fees', isAlive: true, isGranted: true },
  { code: 'suspended', zh: '中止或保全', en: 'Suspended or preserved', isAlive: true, isGranted: true },
  { code: 'lapsed', zh: '终止', en: 'Lapsed', isAlive: false, isGranted: true },
  { code: 'expired', zh: '届满', en: 'Expired', isAlive: false, isGranted: true },
  { code: 'abandoned', zh: '放弃', en: 'Abandoned', isAlive: false, isGranted: true },
  { code: 'invalidated', zh: '宣告无效', en: 'Invalidated', isAlive: false, isGranted: true },
]);
