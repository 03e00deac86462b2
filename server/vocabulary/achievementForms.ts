import { defineVocabulary } from './vocabulary.ts';

/** What an achievement is, on the registration form. */
export const achievementForms = defineVocabulary('achievementForms', [
  { code: 'new-technology', zh: '新技术', en: 'New technology' },
  { code: 'new-process', zh: '新工艺', en: 'New process' },
  { code: 'new-product', zh: '新产品', en: 'New product' },
  { code: 'new-material', zh: '新材料', en: 'New material' },
  { code: 'new-equipment', zh: '新装备', en: 'New equipment' },
  { code: 'new-crop-variety', zh: '农业新品种', en: 'New agricultural variety' },
  { code: 'new-mineral-variety', zh: '矿产新品种', en: 'New mineral variety' },
  { code: 'software', zh: '软件', en: 'Software' },
  { code: 'other', zh: '其他应用技术', en: 'Other' },
]);
