import type { MatchingFacts } from '../matchingText.ts';
import { PARTS, type PartName, type PartWeights, WEIGHTS } from '../weights.ts';
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

/** The seven parts and the total of a pair, from its inputs and the weights of the parts, and nothing else. */
export function scoreInputs(inputs: MatchInputs, weights: PartWeights): MatchScore {
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
  const exact = total(parts, weights);
  return { score: Math.round(exact * 1000), exact, parts: roundedParts(parts) };
}

/** The score that stored parts give under other weights, 0 to 1000. */
export function scoreParts(parts: MatchParts, weights: PartWeights): number {
  return Math.round(total(parts, weights) * 1000);
}

/** The subject counts whole; the other parts count as far as the subject fits at all. */
function total(parts: MatchParts, weights: PartWeights): number {
  const subject = parts.subject ?? 0;
  const fade = Math.min(1, subject / WEIGHTS.subjectNeeded);
  let points = weights.subject * subject;
  let possible = weights.subject;
  for (const name of PARTS) {
    const part = parts[name];
    if (name === 'subject' || part === null) continue;
    points += weights[name] * part * fade;
    possible += weights[name];
  }
  return possible === 0 ? 0 : points / possible;
}

function roundedParts(parts: MatchParts): MatchParts {
  return Object.fromEntries(
    PARTS.map((name) => [name, parts[name] === null ? null : Number(parts[name].toFixed(4))]),
  ) as MatchParts;
}
