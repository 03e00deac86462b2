import { defineVocabulary, type VocabularyEntry } from './vocabulary.ts';

/** How open licences work under one law; fields the sources do not settle are null. */
export interface Regime extends VocabularyEntry {
  jurisdiction: string;
  basis: string;
  isPricePublic: boolean;
  termsSettler: 'announcement' | 'office-or-court' | 'parties';
  needsOwnerAcceptance: boolean;
  /** Encumbrances that bar the declaration. */
  bars: readonly string[];
  feeReliefPercent: number;
  /** When a withdrawal takes effect. */
  withdrawEffectOn: 'announcement' | 'repayment' | 'no-use-notified';
  repaysOnWithdrawal: boolean;
  licenseeDuty: 'pay' | 'pay-and-report-quarterly' | null;
}

/**
 * Open licences and their like elsewhere: Patent Law arts. 50–52 (CN), Patents Act 1977 ss. 46–47 (UK),
 * Patentgesetz § 23 (DE), rule 12 UPR (unitary patents). Fee relief is shown, never computed.
 */
export const regimes = defineVocabulary<Regime>('regimes', [
  {
    code: 'cn-open-licence',
    zh: '专利开放许可（中国）',
    en: 'Open licence (China)',
    jurisdiction: 'CN',
    basis: 'Patent Law arts. 50–52',
    isPricePublic: true,
    termsSettler: 'announcement',
    needsOwnerAcceptance: false,
    bars: ['exclusive-licence', 'sole-licence'],
    feeReliefPercent: 15,
    withdrawEffectOn: 'announcement',
    repaysOnWithdrawal: false,
    licenseeDuty: 'pay',
  },
  {
    code: 'uk-licence-of-right',
    zh: '当然许可（英国）',
    en: 'Licence of right (United Kingdom)',
    jurisdiction: 'GB',
    basis: 'Patents Act 1977 s. 46',
    isPricePublic: false,
    termsSettler: 'office-or-court',
    needsOwnerAcceptance: false,
    bars: ['exclusive-licence'],
    feeReliefPercent: 50,
    withdrawEffectOn: 'repayment',
    repaysOnWithdrawal: true,
    licenseeDuty: 'pay',
  },
  {
    code: 'de-licence-readiness',
    zh: '许可意愿声明（德国）',
    en: 'Declaration of readiness to license (Germany)',
    jurisdiction: 'DE',
    basis: 'Patentgesetz § 23',
    isPricePublic: false,
    termsSettler: 'office-or-court',
    needsOwnerAcceptance: false,
    bars: ['exclusive-licence'],
    feeReliefPercent: 50,
    withdrawEffectOn: 'no-use-notified',
    repaysOnWithdrawal: true,
    licenseeDuty: 'pay-and-report-quarterly',
  },
  {
    code: 'up-licence-statement',
    zh: '许可声明（欧洲统一专利）',
    en: 'Licence statement (European unitary patent)',
    jurisdiction: 'EP',
    basis: 'Rules relating to Unitary Patent Protection r. 12',
    isPricePublic: false,
    termsSettler: 'parties',
    needsOwnerAcceptance: true,
    bars: ['exclusive-licence'],
    feeReliefPercent: 15,
    withdrawEffectOn: 'repayment',
    repaysOnWithdrawal: true,
    licenseeDuty: null,
  },
]);
