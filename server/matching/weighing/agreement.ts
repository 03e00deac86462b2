import { type MatchParts, scoreParts } from '../scoring/scoreInputs.ts';
import type { PartWeights } from '../weights.ts';

/** A pair somebody decided, as far as the agreement with its score is asked. */
export interface Decision {
  isApproved: boolean;
  score: number;
  parts: MatchParts;
  field: string | null;
  reason: string | null;
}

/** Decided pairs of one kind and how many of them were approved. */
export interface Share {
  approved: number;
  decided: number;
}

export interface Band extends Share {
  from: number;
  /** The last score of the band. */
  to: number;
}

export interface Agreement extends Share {
  bands: Band[];
  /** By technology field; null is a pair without one. */
  fields: (Share & { field: string | null })[];
  /** Why pairs were dismissed, the most frequent first, with the middle score of those pairs. */
  reasons: { reason: string; count: number; median: number }[];
  /** Of all pairs of an approved and a dismissed one, the share in which the approved has more points; a tie is half. */
  order: number | null;
}

/** Below this pairs are not suggested; above are bands of a hundred points. */
const BAND_STARTS = [0, 300, 400, 500, 600, 700, 800];
const HIGHEST = 1000;

/** How decisions agree with the scores they were made on, or with those that given weights make of the same parts. */
export function agreementOf(decisions: readonly Decision[], weights: PartWeights | null = null): Agreement {
  const scored = decisions.map((decision) => ({
    ...decision,
    score: weights === null ? decision.score : scoreParts(decision.parts, weights),
  }));
  return {
    ...shareOf(scored),
    bands: BAND_STARTS.map((from, index) => {
      const to = (BAND_STARTS[index + 1] ?? HIGHEST + 1) - 1;
      return { from, to, ...shareOf(scored.filter(({ score }) => score >= from && score <= to)) };
    }),
    fields: [...Map.groupBy(scored, ({ field }) => field)]
      .map(([field, group]) => ({ field, ...shareOf(group) }))
      .sort(
        (left, right) => right.decided - left.decided || (left.field ?? '').localeCompare(right.field ?? ''),
      ),
    reasons: reasonsOf(scored),
    order: orderOf(scored),
  };
}

function shareOf(decisions: readonly Decision[]): Share {
  return { approved: decisions.filter(({ isApproved }) => isApproved).length, decided: decisions.length };
}

function reasonsOf(decisions: readonly Decision[]): Agreement['reasons'] {
  const dismissed = decisions.filter(({ isApproved }) => !isApproved);
  return [...Map.groupBy(dismissed, ({ reason }) => reason ?? 'other')]
    .map(([reason, group]) => ({ reason, count: group.length, median: medianOf(group) }))
    .sort((left, right) => right.count - left.count || left.reason.localeCompare(right.reason));
}

function medianOf(decisions: readonly Decision[]): number {
  const scores = decisions.map(({ score }) => score).sort((left, right) => left - right);
  return scores[Math.floor((scores.length - 1) / 2)] ?? 0;
}

/** Null where there is nothing to put in order. */
function orderOf(decisions: readonly Decision[]): number | null {
  const byScore = [...Map.groupBy(decisions, ({ score }) => score)].sort(([left], [right]) => left - right);
  const all = shareOf(decisions);
  const pairs = all.approved * (all.decided - all.approved);
  if (pairs === 0) return null;
  let dismissedBelow = 0;
  let right = 0;
  for (const [, group] of byScore) {
    const { approved, decided } = shareOf(group);
    right += approved * (dismissedBelow + (decided - approved) / 2);
    dismissedBelow += decided - approved;
  }
  return right / pairs;
}
