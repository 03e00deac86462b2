import { defineVocabulary } from './vocabulary.ts';

/** Subtypes of technology contracts; `contractType` is the type each belongs to. */
export const contractSubtypes = defineVocabulary('contractSubtypes', [
  { code: 'commissioned-development', zh: '委托开发', en: 'Commissioned development', contractType: 'DEV' },
  { code: 'cooperative-development', zh: '合作开发', en: 'Cooperative development', contractType: 'DEV' },
  { code: 'patent-transfer', zh: '专利权转让', en: 'Patent transfer', contractType: 'TRF' },
  {
    code: 'application-transfer',
    zh: '专利申请权转让',
    en: 'Transfer of a patent application',
    contractType: 'TRF',
  },
  { code: 'secret-transfer', zh: '技术秘密转让', en: 'Transfer of know-how', contractType: 'TRF' },
  { code: 'patent-licence', zh: '专利实施许可', en: 'Patent licence', contractType: 'LIC' },
  { code: 'secret-licence', zh: '技术秘密使用许可', en: 'Know-how licence', contractType: 'LIC' },
  { code: 'feasibility', zh: '可行性论证', en: 'Feasibility study', contractType: 'CON' },
  { code: 'forecast', zh: '技术预测', en: 'Technology forecast', contractType: 'CON' },
  { code: 'survey', zh: '专题技术调查', en: 'Technology survey', contractType: 'CON' },
  { code: 'evaluation', zh: '分析评价', en: 'Analysis and evaluation', contractType: 'CON' },
  { code: 'technical-service', zh: '一般技术服务', en: 'Technical service', contractType: 'SRV' },
  { code: 'training', zh: '技术培训', en: 'Technical training', contractType: 'SRV' },
  { code: 'intermediary', zh: '技术中介', en: 'Technology brokerage', contractType: 'SRV' },
]);
