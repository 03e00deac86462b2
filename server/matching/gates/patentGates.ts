import {
  type LegalFinding,
  legalFindings,
  type PatentAct,
  type PatentFacts,
} from '../../patents/legalStatusRules.ts';
import { type Gate, type GateFacts, gate } from './gate.ts';

/** What each form of cooperation does with a patent; forms that need no right in it are not named. */
const ACTS: Partial<Record<string, PatentAct>> = {
  'licence-exclusive': 'exclusive-licence',
  'licence-sole': 'exclusive-licence',
  'licence-ordinary': 'ordinary-licence',
  assignment: 'transfer',
  equity: 'transfer',
};

/** Whether the patents a supply rests on are still in force. */
export function patentGate({ patents }: GateFacts): Gate {
  if (patents.length === 0) return gate('patent', 'open', 'none');
  const ended = patents.flatMap((patent) =>
    legalFindings(patent, 'ordinary-licence').filter(({ condition }) => condition === 'ended'),
  );
  if (ended.length === 0) return gate('patent', 'open', 'alive');
  if (ended.length < patents.length)
    return {
      ...gate('patent', 'open', 'some', { ended: ended.length, count: patents.length }),
      ...withSource(ended),
    };
  return { ...gate('patent', 'closed', 'ended'), ...withSource(ended) };
}

/**
 * Whether some form both sides accept is allowed on the patents as they stand: an exclusive right while an
 * open licence runs is not, an ordinary one is.
 */
export function exclusivityGate({ demand, supply, patents }: GateFacts): Gate {
  const shared = demand.cooperation.filter((form) => supply.cooperation.includes(form));
  const forms = shared.length > 0 ? shared : demand.cooperation;
  const ruled = forms.map((form) => ({ form, findings: findingsOf(form, patents) }));
  const free = ruled.filter(({ findings }) => !findings.some(({ outcome }) => outcome === 'block'));
  const [best] = free.toSorted((left, right) => left.findings.length - right.findings.length);
  if (patents.length === 0 || forms.length === 0) return gate('exclusivity', 'open', 'none');
  if (best === undefined) {
    const blocking = ruled.flatMap(({ findings }) => findings.filter(({ outcome }) => outcome === 'block'));
    return {
      ...gate('exclusivity', 'closed', 'blocked', { forms: forms.join(' ') }),
      ...withSource(blocking),
    };
  }
  const rule = free.length < ruled.length ? 'partly' : 'allowed';
  const values = { forms: free.map(({ form }) => form).join(' ') };
  const told = rule === 'partly' ? ruled.flatMap(({ findings }) => findings) : best.findings;
  return { ...gate('exclusivity', 'open', rule, values), ...withSource(told) };
}

/** Forms that need no right in the patent, such as services, meet no rule of patent law. */
function findingsOf(form: string, patents: readonly PatentFacts[]): LegalFinding[] {
  const act = ACTS[form];
  return act === undefined ? [] : patents.flatMap((patent) => legalFindings(patent, act));
}

function withSource(findings: LegalFinding[]): Pick<Gate, 'source' | 'findings'> {
  const distinct = new Map(findings.map((finding) => [`${finding.act} ${finding.condition}`, finding]));
  return { source: findings[0]?.source ?? null, findings: [...distinct.values()] };
}
