import type { MatchingFacts } from '../matchingText.ts';
import { PARTS, type PartName, WEIGHTS } from '../weights.ts';
import { cooperationPart, fieldPart, maturityPart, pricePart, regionPart } from './conditionParts.ts';
import { type MetricComparison, metricsPart } from './metricsPart.ts';
import { type SubjectInputs, subjectPart } from './subjectPart.ts';

/** The facts of a side the score looks at; with codes inferred where it gave none. */
export type ScoredFacts = Omit<MatchingFacts, 'metrics' | 'territory'>;

/** All a score is computed from. Kept on the card, so that it can be computed again and is the same. */
export interface MatchInputs {
  subject: SubjectInputs;
  metrics: MetricComparison[];
  demand: ScoredFacts;
  supply: ScoredFacts;
}

/** Each part 0 to 1, null where the demand does not ask. */
export type MatchParts = Record<PartName, number | null>;

export interface MatchScore {
  /** 0 to 1000. */
  score: number;
  /** The same before rounding, for putting supplies in order. */
  exact: number;
  parts: MatchParts;
}

/** The seven parts and the total of a pair, from its inputs and nothing else. */
export function scoreInputs(inputs: MatchInputs): MatchScore {
  const { subject, metrics, demand, supply } = inputs;
  const parts: MatchParts = {
    subject: subjectPart(subject),
    metrics: metricsPart(metrics),
    field: fieldPart(demand, supply),
    maturity: maturityPart(demand.maturity, supply.maturity),
    cooperation: cooperationPart(demand.cooperation, supply.cooperation),
    price: pricePart(demand.priceFen, supply.priceFen),
    region: regionPart(demand.regionPath, supply.regionPath),
  };
  const exact = total(parts);
  return { score: Math.round(exact * 1000), exact, parts: roundedParts(parts) };
}

/** The subject counts whole; the other parts count as far as the subject fits at all. */
function total(parts: MatchParts): number {
  const subject = parts.subject ?? 0;
  const fade = Math.min(1, subject / WEIGHTS.subjectNeeded);
  let points = WEIGHTS.parts.subject * subject;
  let possible: number = WEIGHTS.parts.subject;
  for (const name of PARTS) {
    const part = parts[name];
    if (name === 'subject' || part === null) continue;
    points += WEIGHTS.parts[name] * part * fade;
    possible += WEIGHTS.parts[name];
  }
  return points / possible;
}

function roundedParts(parts: MatchParts): MatchParts {
  return Object.fromEntries(
    PARTS.map((name) => [name, parts[name] === null ? null : Number(parts[name].toFixed(4))]),
  ) as MatchParts;
}
