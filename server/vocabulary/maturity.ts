import type { achievementStages } from './achievementStages.ts';
import { qd13Levels } from './qd13Levels.ts';
import { trlLevels } from './trlLevels.ts';

export type MaturityScale = 'TRL9' | 'QD13';
export type AchievementStage = (typeof achievementStages.codes)[number];

/** The level on the scale of 1–9 used for matching, or null when the scale or the level is unknown. */
export function readinessLevel(scale: string, level: string): number | null {
  if (scale === 'TRL9') return trlLevels.has(level) ? Number(level) : null;
  if (scale === 'QD13') return qd13Levels.find(level)?.trl ?? null;
  return null;
}

/** The stage of the achievement registration form a level counts as (our mapping), or null when unknown. */
export function stageOfLevel(scale: string, level: string): AchievementStage | null {
  const readiness = readinessLevel(scale, level);
  return readiness === null ? null : (trlLevels.find(String(readiness))?.stage ?? null);
}
