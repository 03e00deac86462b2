import type { Glossary } from '../glossary/glossary.ts';
import type { MatchingFacts } from '../matchingText.ts';
import type { LikelyCode } from './codesFromListings.ts';

export type FieldCodes = Pick<MatchingFacts, 'ipc' | 'industry' | 'field'>;

/** A code nobody stated, read from what a text speaks of; marked as inferred wherever it is shown. */
export interface InferredCode {
  side: 'demand' | 'supply';
  scheme: 'ipc' | 'industry' | 'field';
  code: string;
  /** Share of the words that listings with this code use too, or of the topics of the text that stand under it. */
  confidence: number;
}

/** A topic that makes out less of a text than this says nothing about its field. */
const NEEDED_SHARE = 0.3;
const MOST_TOPICS = 2;

/**
 * Field codes for a text that states none: those of the listings that use its words, and where too few do, those
 * of the glossary's topics. Neither is looked for where codes are stated. They are inputs of a score with their
 * confidence, never stored as facts of the listing.
 */
export function inferCodes(
  side: InferredCode['side'],
  stated: FieldCodes,
  likelyCodes: () => readonly LikelyCode[],
  topics: ReadonlyMap<string, number>,
  glossary: Glossary,
): { codes: FieldCodes; inferred: InferredCode[] } {
  if (stated.ipc.length > 0 || stated.industry.length > 0) return { codes: stated, inferred: [] };
  const likely = likelyCodes();
  const guessed = codesOfTopics(topics, glossary);
  const from = (scheme: InferredCode['scheme']) => {
    const listed = likely.filter((one) => one.scheme === scheme);
    return listed.length > 0 ? listed : guessed.filter((one) => one.scheme === scheme);
  };
  const fields = stated.field === null ? from('field').slice(0, 1) : [];
  const inferred = [...from('ipc'), ...from('industry'), ...fields].map((one) => ({ side, ...one }));
  const codes = (scheme: InferredCode['scheme']) =>
    inferred.filter((one) => one.scheme === scheme).map(({ code }) => code);
  return {
    codes: {
      ipc: codes('ipc'),
      industry: codes('industry'),
      field: stated.field ?? codes('field')[0] ?? null,
    },
    inferred,
  };
}

type GuessedCode = Omit<InferredCode, 'side'>;

/** The codes of the topics a text is mostly about, each once, the leading topic's first. */
function codesOfTopics(topics: ReadonlyMap<string, number>, glossary: Glossary): GuessedCode[] {
  const all = leadingTopics(topics).flatMap(({ id, share }): GuessedCode[] => {
    const topic = glossary.topics.find((one) => one.id === id);
    if (topic === undefined) return [];
    return [
      ...topic.ipc.map((code) => ({ scheme: 'ipc' as const, code, confidence: share })),
      ...topic.industry.map((code) => ({ scheme: 'industry' as const, code, confidence: share })),
      ...(topic.field === null ? [] : [{ scheme: 'field' as const, code: topic.field, confidence: share }]),
    ];
  });
  return [
    ...new Map(all.toReversed().map((one) => [`${one.scheme}:${one.code}`, one])).values(),
  ].toReversed();
}

function leadingTopics(topics: ReadonlyMap<string, number>): { id: string; share: number }[] {
  const total = [...topics.values()].reduce((sum, weight) => sum + weight, 0);
  return [...topics]
    .map(([id, weight]) => ({ id, share: Number((weight / total).toFixed(2)) }))
    .filter(({ share }) => share >= NEEDED_SHARE)
    .sort((left, right) => right.share - left.share || (left.id < right.id ? -1 : 1))
    .slice(0, MOST_TOPICS);
}
