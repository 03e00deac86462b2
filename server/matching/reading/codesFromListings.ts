import type { CorpusStatistics } from '../statistics/corpusStatistics.ts';

/** A code with the share of a text's telling words that point to it. */
export interface LikelyCode {
  scheme: 'ipc' | 'industry';
  code: string;
  confidence: number;
}

/** Fewer words that point anywhere say nothing. */
const FEWEST_WORDS = 3;
const NEEDED_CONFIDENCE = 0.3;
const MOST_CODES = 2;

/** The codes that listings state which use the same telling words; at most two a scheme, the likeliest first. */
export function codesFromListings(
  words: Iterable<readonly [term: string, weight: number]>,
  statistics: CorpusStatistics,
): LikelyCode[] {
  const votes = new Map<string, number>();
  let count = 0;
  let total = 0;
  for (const [term, weight] of words) {
    const codes = statistics.codes.get(term);
    if (codes === undefined || weight <= 0) continue;
    count += 1;
    total += weight;
    for (const [code, share] of codes) votes.set(code, (votes.get(code) ?? 0) + weight * share);
  }
  if (count < FEWEST_WORDS) return [];
  const likely = [...votes]
    .map(([key, vote]) => ({ ...partsOf(key), confidence: Number((vote / total).toFixed(2)) }))
    .filter(({ confidence }) => confidence >= NEEDED_CONFIDENCE)
    .sort((left, right) => right.confidence - left.confidence || (left.code < right.code ? -1 : 1));
  return (['ipc', 'industry'] as const).flatMap((scheme) =>
    likely.filter((one) => one.scheme === scheme).slice(0, MOST_CODES),
  );
}

function partsOf(key: string): Pick<LikelyCode, 'scheme' | 'code'> {
  const [scheme = '', code = ''] = key.split(':');
  return { scheme: scheme === 'ipc' ? 'ipc' : 'industry', code };
}
