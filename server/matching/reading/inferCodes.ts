import type { Glossary } from '../glossary/glossary.ts';
import type { MatchingFacts } from '../matchingText.ts';

export type FieldCodes = Pick<MatchingFacts, 'ipc' | 'industry' | 'field'>;

/** A code nobody stated, read from what a text speaks of; marked as inferred wherever it is shown. */
export interface InferredCode {
  side: 'demand' | 'supply';
  scheme: 'ipc' | 'industry' | 'field';
  code: string;
  /** Share of the topics of the text that stand under the code. */
  confidence: number;
}

/** A topic that makes out less of a text than this says nothing about its field. */
const NEEDED_SHARE = 0.3;
const MOST_TOPICS = 2;

/**
 * Field codes for a text, inferred from the glossary's topics where it states none. They are inputs of a score
 * with their confidence, never stored as facts of the listing.
 */
export function inferCodes(
  side: InferredCode['side'],
  stated: FieldCodes,
  topics: ReadonlyMap<string, number>,
  glossary: Glossary,
): { codes: FieldCodes; inferred: InferredCode[] } {
  if (stated.ipc.length > 0 || stated.industry.length > 0) return { codes: stated, inferred: [] };
  const codes: FieldCodes = { ipc: [], industry: [], field: stated.field };
  const inferred: InferredCode[] = [];
  for (const { id, share } of leadingTopics(topics)) {
    const topic = glossary.topics.find((one) => one.id === id);
    if (topic === undefined) continue;
    const note = (scheme: InferredCode['scheme'], code: string) =>
      inferred.push({ side, scheme, code, confidence: share });
    for (const code of topic.ipc)
      if (!codes.ipc.includes(code)) note('ipc', codes.ipc[codes.ipc.push(code) - 1] ?? code);
    for (const code of topic.industry)
      if (!codes.industry.includes(code))
        note('industry', codes.industry[codes.industry.push(code) - 1] ?? code);
    if (codes.field === null && topic.field !== null) {
      codes.field = topic.field;
      note('field', topic.field);
    }
  }
  return { codes, inferred };
}

function leadingTopics(topics: ReadonlyMap<string, number>): { id: string; share: number }[] {
  const total = [...topics.values()].reduce((sum, weight) => sum + weight, 0);
  return [...topics]
    .map(([id, weight]) => ({ id, share: Number((weight / total).toFixed(2)) }))
    .filter(({ share }) => share >= NEEDED_SHARE)
    .sort((left, right) => right.share - left.share || (left.id < right.id ? -1 : 1))
    .slice(0, MOST_TOPICS);
}
