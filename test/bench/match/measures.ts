export interface Measures {
  ndcg10: number;
  recall10: number;
  recall100: number;
  mrr10: number;
}

/** How good one ranking is, by the grades of what should be found. */
export function measure(ranking: readonly string[], grades: ReadonlyMap<string, number>): Measures {
  const relevant = new Set([...grades].filter(([, grade]) => grade > 0).map(([id]) => id));
  const first = ranking.slice(0, 10).findIndex((id) => relevant.has(id));
  return {
    ndcg10: ndcg(ranking.slice(0, 10), grades),
    recall10: share(ranking.slice(0, 10), relevant),
    recall100: share(ranking.slice(0, 100), relevant),
    mrr10: first < 0 ? 0 : 1 / (first + 1),
  };
}

/** The mean of each measure, to four places. */
export function mean(all: readonly Measures[]): Measures {
  const average = (name: keyof Measures) =>
    Number((all.reduce((sum, one) => sum + one[name], 0) / Math.max(1, all.length)).toFixed(4));
  return {
    ndcg10: average('ndcg10'),
    recall10: average('recall10'),
    recall100: average('recall100'),
    mrr10: average('mrr10'),
  };
}

/** Discounted gain with the grade itself as gain, against the best possible order. */
function ndcg(ranking: readonly string[], grades: ReadonlyMap<string, number>): number {
  const gain = (sequence: readonly number[]) =>
    sequence.reduce((sum, grade, place) => sum + grade / Math.log2(place + 2), 0);
  const best = gain(
    [...grades.values()]
      .filter((grade) => grade > 0)
      .sort((left, right) => right - left)
      .slice(0, 10),
  );
  return best === 0 ? 0 : gain(ranking.map((id) => Math.max(0, grades.get(id) ?? 0))) / best;
}

function share(found: readonly string[], relevant: ReadonlySet<string>): number {
  return relevant.size === 0 ? 0 : found.filter((id) => relevant.has(id)).length / relevant.size;
}
