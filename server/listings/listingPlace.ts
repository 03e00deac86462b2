import type { ReviewLevel } from '../config.ts';

/** Whether some operator of the level covers a place. */
export type HasOperator = (level: ReviewLevel, regionPath: readonly string[]) => Promise<boolean>;

/**
 * The level a submission waits at first. A place without an operator of the first level goes
 * straight to the last one, so that nothing waits for nobody.
 */
export async function firstReviewLevel(
  levels: readonly ReviewLevel[],
  regionPath: readonly string[],
  hasOperator: HasOperator,
): Promise<ReviewLevel> {
  for (const level of levels.slice(0, -1)) if (await hasOperator(level, regionPath)) return level;
  return lastReviewLevel(levels);
}

/** The level that decides. */
export function lastReviewLevel(levels: readonly ReviewLevel[]): ReviewLevel {
  return levels.at(-1) ?? 'province';
}
