import type { PatentFacts } from '../../patents/legalStatusRules.ts';
import type { ScoredPair } from '../finding/matchFinder.ts';
import type { Gate, GateFacts } from '../gates/gate.ts';
import { isBlocked, matchGates } from '../gates/matchGates.ts';
import type { Glossary } from '../glossary/glossary.ts';
import type { MatchingText } from '../matchingText.ts';
import type { InferredCode } from '../reading/inferCodes.ts';
import { type MatchInputs, type MatchParts, scoreInputs } from '../scoring/scoreInputs.ts';
import { ALGORITHM_VERSION, BUNDLED_WEIGHTS, type PartWeights } from '../weights.ts';
import { type AgreeingWords, agreeingWords } from './agreeingWords.ts';
import { type Change, whatWouldOpen } from './whatWouldOpen.ts';

/** By what a card was made; when any of it changes, the card says so. */
export interface EvidenceVersions {
  algorithm: string;
  weights: string;
  statistics: string;
  supplyVersion: number;
  demandVersion: number;
}

/** What an evidence card shows and can be computed from again. */
export interface MatchEvidence {
  score: number;
  parts: MatchParts;
  gates: Gate[];
  isBlocked: boolean;
  words: AgreeingWords[];
  /** Things of the glossary both texts come near, though neither may name them; older cards have none. */
  alike?: { zh: string; en: string }[];
  inferred: InferredCode[];
  changes: Change[];
  versions: EvidenceVersions;
  inputs: MatchInputs;
  /** What the parts counted; cards made before others could be put live have none. */
  weights?: PartWeights;
  gateFacts: GateFacts;
  /** True when only its vector brought the pair to the scorer; absent otherwise. */
  isFoundByVectors?: boolean;
}

interface ExplainParts {
  patents: PatentFacts[];
  statisticsVersion: string;
  glossary: Glossary;
}

/** The whole evidence of a scored pair. Plain data: it is stored as it is. */
export function explainMatch(
  { demand, supply, inputs, inferred, score, parts, weights, isFoundByVectors }: ScoredPair,
  { patents, statisticsVersion, glossary }: ExplainParts,
): MatchEvidence {
  const gateFacts = gateFactsOf(demand, supply, patents);
  const gates = matchGates(gateFacts);
  return {
    score,
    parts,
    gates,
    isBlocked: isBlocked(gates),
    words: agreeingWords(inputs.subject.terms, demand.passages, supply.passages, glossary),
    alike: namesOf(inputs.subject.nearBoth, glossary),
    inferred,
    changes: whatWouldOpen(inputs, { weights: weights.parts, facts: gateFacts, gates }),
    versions: {
      algorithm: ALGORITHM_VERSION,
      weights: weights.version,
      statistics: statisticsVersion,
      supplyVersion: supply.version,
      demandVersion: demand.version,
    },
    inputs,
    weights: { ...weights.parts },
    gateFacts,
    ...(isFoundByVectors ? { isFoundByVectors } : {}),
  };
}

function namesOf(ids: readonly string[], glossary: Glossary): { zh: string; en: string }[] {
  return ids.flatMap((id) => {
    const concept = glossary.find(id);
    const [zh, en] = [concept?.zh[0], concept?.en[0]];
    return zh !== undefined && en !== undefined ? [{ zh, en }] : [];
  });
}

/**
 * Computes a stored card again from its own inputs and weights; null when the algorithm or its other numbers
 * are no longer those it was made with.
 */
export function recomputed(
  evidence: MatchEvidence,
): { score: number; parts: MatchParts; isBlocked: boolean } | null {
  const { algorithm, weights } = evidence.versions;
  if (algorithm !== ALGORITHM_VERSION || bundleOf(weights) !== BUNDLED_WEIGHTS.version) return null;
  const { score, parts } = scoreInputs(evidence.inputs, evidence.weights ?? BUNDLED_WEIGHTS.parts);
  return { score, parts, isBlocked: isBlocked(matchGates(evidence.gateFacts)) };
}

/** Weights the office put live are named after the bundled numbers they go with, such as `w1.2`. */
function bundleOf(version: string): string {
  return version.replace(/\..*$/, '');
}

function gateFactsOf(demand: MatchingText, supply: MatchingText, patents: PatentFacts[]): GateFacts {
  const { cooperation, priceFen, maturity, regionPath } = demand.facts;
  return {
    demand: { cooperation, priceFen, maturity, regionPath },
    supply: {
      cooperation: supply.facts.cooperation,
      priceFen: supply.facts.priceFen,
      maturity: supply.facts.maturity,
      territory: supply.facts.territory,
    },
    patents,
  };
}
