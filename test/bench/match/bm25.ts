import { tokenise } from '../../../search/analysis/tokenise.ts';
import type { Entry } from './readCollection.ts';

const K1 = 1.2;
const B = 0.75;

/** Plain BM25 over title and text with the product's analysis and nothing else: what we are measured against. */
export function createBm25(documents: readonly Entry[]) {
  const postings = new Map<string, { documents: number[]; counts: number[] }>();
  const lengths = new Float64Array(documents.length);
  for (const [index, { title, text }] of documents.entries()) {
    const terms = termsOf(`${title}\n${text}`);
    lengths[index] = terms.length;
    for (const [term, count] of countsOf(terms)) {
      const posting = postings.get(term) ?? { documents: [], counts: [] };
      posting.documents.push(index);
      posting.counts.push(count);
      postings.set(term, posting);
    }
  }
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length);

  function addScores(scores: Float64Array, term: string, times: number): void {
    const posting = postings.get(term);
    if (posting === undefined) return;
    const rarity = Math.log(
      1 + (documents.length - posting.documents.length + 0.5) / (posting.documents.length + 0.5),
    );
    for (const [place, index] of posting.documents.entries()) {
      const count = posting.counts[place] ?? 0;
      const norm = K1 * (1 - B + (B * (lengths[index] ?? 0)) / average);
      scores[index] = (scores[index] ?? 0) + (times * rarity * count * (K1 + 1)) / (count + norm);
    }
  }

  return {
    /** The first hundred for a query, best first, ties by id. */
    rank(query: Pick<Entry, 'title' | 'text'>): string[] {
      const scores = new Float64Array(documents.length);
      for (const [term, times] of countsOf(termsOf(`${query.title}\n${query.text}`)))
        addScores(scores, term, times);
      const idOf = (index: number) => documents[index]?.id ?? '';
      return [...scores.keys()]
        .filter((index) => (scores[index] ?? 0) > 0)
        .sort(
          (left, right) => (scores[right] ?? 0) - (scores[left] ?? 0) || (idOf(left) < idOf(right) ? -1 : 1),
        )
        .slice(0, 100)
        .map(idOf);
    },
  };
}

function termsOf(text: string): string[] {
  return tokenise(text)
    .filter(({ isExtra }) => !isExtra)
    .map(({ term }) => term);
}

function countsOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
