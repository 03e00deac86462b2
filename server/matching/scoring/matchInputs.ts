import type { Glossary } from '../glossary/glossary.ts';
import type { MatchingText } from '../matchingText.ts';
import { codesFromListings } from '../reading/codesFromListings.ts';
import { type FieldCodes, type InferredCode, inferCodes } from '../reading/inferCodes.ts';
import { readQuantities } from '../reading/readQuantities.ts';
import { type Reading, readText } from '../reading/readText.ts';
import { sentencesOf } from '../reading/sentences.ts';
import { type CorpusStatistics, rarity } from '../statistics/corpusStatistics.ts';
import { askedFigures, compareFigures, type Figure, offeredFigures } from './metricsPart.ts';
import type { MatchInputs, ScoredFacts } from './scoreInputs.ts';
import { compareSubjects } from './subjectPart.ts';
import { type TextProfile, textProfile } from './textProfile.ts';

/** A demand read for scoring. */
export interface ReadDemand {
  text: MatchingText;
  reading: Reading;
  asked: Figure[];
  codes: FieldCodes;
  inferred: InferredCode[];
}

/** A supply read for scoring. */
export interface ReadSupply {
  text: MatchingText;
  profile: TextProfile;
  offered: Figure[];
  codes: FieldCodes;
  inferred: InferredCode[];
}

export function readDemand(text: MatchingText, statistics: CorpusStatistics, glossary: Glossary): ReadDemand {
  const reading = readText(text, statistics, glossary);
  const likely = () =>
    codesFromListings(
      reading.terms.map(({ term, weight }) => [term, weight] as const),
      statistics,
    );
  return {
    text,
    reading,
    asked: askedFigures(text.facts.metrics, reading.quantities),
    ...inferCodes('demand', text.facts, likely, reading.topics, glossary),
  };
}

export function readSupply(text: MatchingText, statistics: CorpusStatistics, glossary: Glossary): ReadSupply {
  const measured = text.passages.filter(({ text: words, field }) => field !== 'metrics' && /\d/.test(words));
  const quantities = measured.flatMap(({ text: words }) =>
    sentencesOf(words).flatMap((sentence) => readQuantities(sentence.text, true)),
  );
  const profile = textProfile(text.passages, glossary);
  const likely = () =>
    codesFromListings(
      [...profile.places.keys()].map((term) => [term, rarity(term, statistics)] as const),
      statistics,
    );
  return {
    text,
    profile,
    offered: offeredFigures(text.facts.metrics, quantities),
    ...inferCodes('supply', text.facts, likely, profile.topics, glossary),
  };
}

/** Everything the score of a pair is computed from. */
export function matchInputs(
  demand: ReadDemand,
  supply: ReadSupply,
  statistics: CorpusStatistics,
  glossary: Glossary,
): MatchInputs {
  return {
    subject: compareSubjects(demand.reading, supply.profile, statistics),
    metrics: compareFigures(demand.asked, supply.offered, glossary),
    demand: scoredFacts(demand, supply),
    supply: scoredFacts(supply, demand),
  };
}

interface ReadSide {
  text: MatchingText;
  codes: FieldCodes;
}

/** Inferred codes are held against stated ones only: a guess against a guess would count the same words twice. */
function scoredFacts({ text, codes }: ReadSide, other: ReadSide): ScoredFacts {
  const { facts } = text;
  const { ipc, industry, field } = hasCodes(other.text.facts) ? codes : facts;
  const { maturity, cooperation, priceFen, regionPath } = facts;
  return { ipc, industry, field, maturity, cooperation, priceFen, regionPath };
}

/** The inferred codes that a score looked at. */
export function usedInferences(demand: ReadDemand, supply: ReadSupply): InferredCode[] {
  return [
    ...(hasCodes(supply.text.facts) ? demand.inferred : []),
    ...(hasCodes(demand.text.facts) ? supply.inferred : []),
  ];
}

function hasCodes({ ipc, industry, field }: FieldCodes): boolean {
  return ipc.length > 0 || industry.length > 0 || field !== null;
}
