import type { PatentFacts } from '../../patents/legalStatusRules.ts';
import type { ScoredPair } from '../finding/matchFinder.ts';
import type { Gate, GateFacts } from '../gates/gate.ts';
import { isBlocked, matchGates } from '../gates/matchGates.ts';
import type { Glossary } from '../glossary/glossary.ts';
import type { MatchingText } from '../matchingText.ts';
import type { InferredCode } from '../reading/inferCodes.ts';
import { type MatchInputs, type MatchParts, scoreInputs } from '../scoring/scoreInputs.ts';
import { ALGORITHM_VERSION, WEIGHTS } from '../weights.ts';
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
  inferred: InferredCode[];
  changes: Change[];
  versions: EvidenceVersions;
  inputs: MatchInputs;
  gateFacts: GateFacts;
}

interface ExplainParts {
  patents: PatentFacts[];
  statisticsVersion: string;
  glossary: Glossary;
}

/** The whole evidence of a scored pair. Plain data: it is stored as it is. */
export function explainMatch(
  { demand, supply, inputs, inferred, score, parts }: ScoredPair,
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
    inferred,
    changes: whatWouldOpen(inputs, gateFacts, gates),
    versions: {
      algorithm: ALGORITHM_VERSION,
      weights: WEIGHTS.version,
      statistics: statisticsVersion,
      supplyVersion: supply.version,
      demandVersion: demand.version,
    },
    inputs,
    gateFacts,
  };
}

/** Computes a stored card again from its own inputs; null when it was made by other weights or another algorithm. */
export function recomputed(
  evidence: MatchEvidence,
): { score: number; parts: MatchParts; isBlocked: boolean } | null {
  const { algorithm, weights } = evidence.versions;
  if (algorithm !== ALGORITHM_VERSION || weights !== WEIGHTS.version) return null;
  const { score, parts } = scoreInputs(evidence.inputs);
  return { score, parts, isBlocked: isBlocked(matchGates(evidence.gateFacts)) };
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
