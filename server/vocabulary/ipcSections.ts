import { defineVocabulary } from './vocabulary.ts';

/** Sections of the International Patent Classification. */
export const ipcSections = defineVocabulary('ipcSections', [
  { code: 'A', zh: '人类生活必需', en: 'Human necessities' },
  { code: 'B', zh: '作业、运输', en: 'Operations and transport' },
  { code: 'C', zh: '化学、冶金', en: 'Chemistry and metallurgy' },
  { code: 'D', zh: '纺织、造纸', en: 'Textiles and paper' },
  { code: 'E', zh: '固定建筑物', en: 'Fixed constructions' },
  {
    code: 'F',
    zh: '机械工程、照明、加热、武器、爆破',
    en: 'Mechanical engineering, lighting, heating, weapons, blasting',
  },
  { code: 'G', zh: '物理', en: 'Physics' },
  { code: 'H', zh: '电学', en: 'Electricity' },
]);
