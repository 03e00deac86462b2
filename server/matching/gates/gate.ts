import type { LegalFinding, PatentFacts } from '../../patents/legalStatusRules.ts';
import type { RuleSource } from '../../patents/ruleSources.ts';

export const GATES = ['cooperation', 'budget', 'maturity', 'territory', 'patent', 'exclusivity'] as const;

export type GateName = (typeof GATES)[number];

/** `unknown` where a side does not say: shown as a question to ask, it does not block. */
export type GateState = 'open' | 'closed' | 'unknown';

/** A hard condition beside the score, with the rule it follows. */
export interface Gate {
  name: GateName;
  state: GateState;
  /** Translation key of the rule in words; `values` are codes and numbers for it. */
  message: string;
  values: Record<string, string | number>;
  /** Where the rule comes from; null where it is the demand's own condition. */
  source: RuleSource | null;
  /** What the law or our caution says about the patents, for gates that look at them. */
  findings: LegalFinding[];
}

/** What the gates look at beside the facts of both sides. */
export interface GateFacts {
  demand: { cooperation: string[]; priceFen: number | null; maturity: number | null; regionPath: string[] };
  supply: {
    cooperation: string[];
    priceFen: number | null;
    maturity: number | null;
    territory: string | null;
  };
  patents: PatentFacts[];
}

/** A gate without findings. */
export function gate(name: GateName, state: GateState, rule: string, values: Gate['values'] = {}): Gate {
  return { name, state, message: `matching:gates.${name}.${rule}`, values, source: null, findings: [] };
}
