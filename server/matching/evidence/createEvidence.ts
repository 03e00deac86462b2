import type { PatentRecord } from '../../../models/records.ts';
import { patentFacts } from '../../patents/patentFacts.ts';
import type { ScoredPair } from '../finding/matchFinder.ts';
import type { Glossary } from '../glossary/glossary.ts';
import { explainMatch, type MatchEvidence } from './explainMatch.ts';

interface EvidenceParts {
  findPatents: (ids: string[]) => Promise<PatentRecord[]>;
  glossary: Glossary;
  statisticsVersion: () => string;
}

/** Makes the evidence of a scored pair, with the facts of the supply's patents as they stand now. */
export function createEvidence({ findPatents, glossary, statisticsVersion }: EvidenceParts) {
  return async (scored: ScoredPair, patentIds: string[]): Promise<MatchEvidence> => {
    const patents = (await findPatents(patentIds)).map((patent) => patentFacts(patent));
    return explainMatch(scored, { patents, statisticsVersion: statisticsVersion(), glossary });
  };
}

export type EvidenceOf = ReturnType<typeof createEvidence>;
