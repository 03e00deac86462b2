import { defineVocabulary } from './vocabulary.ts';

/**
 * The thirteen levels of the Qingdao procedure (2022, 2025). `trl` is our mapping for matching: the first nine
 * run beside the readiness levels, the rest are about the market and count as 9.
 */
export const qd13Levels = defineVocabulary('qd13Levels', [
  { code: '1', zh: '报告级', en: 'Report', stage: 'initial', trl: 1 },
  { code: '2', zh: '方案级', en: 'Scheme', stage: 'initial', trl: 2 },
  { code: '3', zh: '仿真级', en: 'Simulation', stage: 'initial', trl: 3 },
  { code: '4', zh: '功能级', en: 'Function', stage: 'initial', trl: 4 },
  { code: '5', zh: '初样级', en: 'First sample', stage: 'pilot', trl: 5 },
  { code: '6', zh: '正样级', en: 'Final sample', stage: 'pilot', trl: 6 },
  { code: '7', zh: '环境级', en: 'Environment', stage: 'pilot', trl: 7 },
  { code: '8', zh: '产品级', en: 'Product', stage: 'mature', trl: 8 },
  { code: '9', zh: '系统级', en: 'System', stage: 'mature', trl: 9 },
  { code: '10', zh: '销售级', en: 'Sales', stage: 'mature', trl: 9 },
  { code: '11', zh: '盈亏级', en: 'Break-even', stage: 'mature', trl: 9 },
  { code: '12', zh: '利润级', en: 'Profit', stage: 'mature', trl: 9 },
  { code: '13', zh: '回报级', en: 'Return', stage: 'mature', trl: 9 },
]);
