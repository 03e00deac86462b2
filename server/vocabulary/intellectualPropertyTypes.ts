import { defineVocabulary } from './vocabulary.ts';

/** Intellectual property a technology contract involves, as contract statistics cut it. */
export const intellectualPropertyTypes = defineVocabulary('intellectualPropertyTypes', [
  { code: 'patent', zh: '专利', en: 'Patent' },
  { code: 'technical-secret', zh: '技术秘密', en: 'Know-how' },
  { code: 'software-copyright', zh: '计算机软件著作权', en: 'Software copyright' },
  { code: 'plant-variety', zh: '植物新品种', en: 'Plant variety' },
  { code: 'circuit-layout', zh: '集成电路布图设计', en: 'Integrated circuit layout' },
  { code: 'biomedical-variety', zh: '生物、医药新品种', en: 'Biological or medical new variety' },
  { code: 'design-copyright', zh: '设计著作权', en: 'Design copyright' },
  { code: 'none', zh: '未涉及知识产权', en: 'None involved' },
]);
