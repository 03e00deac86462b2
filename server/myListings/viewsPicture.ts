import { addDays } from '../clock.ts';

/** Days of the picture. */
export const VIEW_DAYS = 30;
const STEP = 10;
const HEIGHT = 60;

/** The looks at a listing day by day, as bars of equal width; `counts` has the days with looks only. */
export function viewsPicture(counts: ReadonlyMap<string, number>, today: string) {
  const days = Array.from({ length: VIEW_DAYS }, (_, index) => addDays(today, index + 1 - VIEW_DAYS));
  const most = Math.max(1, ...counts.values());
  const total = days.reduce((sum, day) => sum + (counts.get(day) ?? 0), 0);
  return {
    total,
    width: VIEW_DAYS * STEP,
    height: HEIGHT,
    bars: days.flatMap((day, index) => {
      const count = counts.get(day) ?? 0;
      const height = Math.max(3, Math.round((count / most) * HEIGHT));
      return count === 0 ? [] : [{ day, count, x: index * STEP, y: HEIGHT - height, height }];
    }),
  };
}
