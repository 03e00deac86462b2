import type { RuleMessage } from './ruleMessages.ts';
import type { RuleSource } from './ruleSources.ts';

/** `info` is only told, `warn` needs a recorded reason to go on, `block` refuses. */
export type RuleOutcome = 'ok' | 'info' | 'warn' | 'block';

/** One thing a rule has to say; what is in order is not a finding. */
export interface RuleFinding {
  outcome: Exclude<RuleOutcome, 'ok'>;
  source: RuleSource;
  message: RuleMessage;
  /** The field of the form the finding is about. */
  field?: string;
  /** Words of the text the finding is about. */
  words?: string[];
}

const SEVERITY: readonly RuleOutcome[] = ['ok', 'info', 'warn', 'block'];

/** The gravest outcome of several findings; `ok` when there are none. */
export function worstOutcome(findings: readonly Pick<RuleFinding, 'outcome'>[]): RuleOutcome {
  const severities = findings.map((finding) => SEVERITY.indexOf(finding.outcome));
  return SEVERITY[Math.max(0, ...severities)] ?? 'ok';
}

/** Whether any finding refuses the act. */
export function isBlocked(findings: readonly Pick<RuleFinding, 'outcome'>[]): boolean {
  return findings.some((finding) => finding.outcome === 'block');
}
