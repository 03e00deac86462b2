import { defineVocabulary } from './vocabulary.ts';

/**
 * Technology readiness levels after ISO 16290; `stage` is the stage of the registration form it counts as
 * (our choice: 1–4 early, 5–7 pilot, 8–9 mature).
 */
export const trlLevels = defineVocabulary('trlLevels', [
  { code: '1', zh: '基本原理已观察到', en: 'Basic principles observed', stage: 'initial' },
  { code: '2', zh: '技术概念已提出', en: 'Technology concept formulated', stage: 'initial' },
  { code: '3', zh: '关键功能概念已验证', en: 'Proof of concept', stage: 'initial' },
  { code: '4', zh: '实验室环境中已验证', en: 'Validated in the laboratory', stage: 'initial' },
  { code: '5', zh: '相关环境中已验证', en: 'Validated in a relevant environment', stage: 'pilot' },
  { code: '6', zh: '相关环境中已演示', en: 'Demonstrated in a relevant environment', stage: 'pilot' },
  { code: '7', zh: '使用环境中已演示', en: 'Demonstrated in the operational environment', stage: 'pilot' },
  { code: '8', zh: '系统完成并通过鉴定', en: 'System complete and qualified', stage: 'mature' },
  { code: '9', zh: '实际运行中已证明', en: 'Proven in operation', stage: 'mature' },
]);
