import type { PatentRecord } from '../../models/records.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Language } from '../localized.ts';
import { legalFindings, PATENT_ACTS } from './legalStatusRules.ts';
import { patentFacts } from './patentFacts.ts';
import { type RuleFinding, type RuleOutcome, worstOutcome } from './ruleFinding.ts';
import { ruleMessages } from './ruleMessages.ts';
import { ruleSources } from './ruleSources.ts';

interface Reader {
  language: Language;
  translate: Translate;
}

const TONES: Record<RuleOutcome, string> = {
  ok: 'agreed',
  info: 'agreed',
  warn: 'waiting',
  block: 'refused',
};

/** A finding in words, with the rule it comes from. */
export function findingView(
  { message, source, outcome, words = [] }: RuleFinding,
  { language, translate }: Reader,
) {
  return {
    outcome,
    badge: { tone: TONES[outcome], label: translate(`patents:outcome.${outcome}`) },
    text: [ruleMessages.label(message, language), words.join(translate('common:and'))]
      .filter(Boolean)
      .join(language === 'zh' ? '' : ' '),
    source: ruleSources.label(source, language),
  };
}

/** What the patent as declared allows: for each act whether it is free, to be thought over, or barred, and by which rule. */
export function patentFindings(patent: PatentRecord, reader: Reader) {
  const facts = patentFacts(patent, { coOwners: patent.hasCoOwnerConsent });
  return PATENT_ACTS.map((act) => {
    const findings = legalFindings(facts, act);
    const outcome = worstOutcome(findings);
    return {
      act: reader.translate(`patents:act.${act}`),
      badge: { tone: TONES[outcome], label: reader.translate(`patents:outcome.${outcome}`) },
      findings: findings.map((finding) => findingView(finding, reader)),
    };
  });
}
