import type { Clock } from '../clock.ts';

/** A question whose answer is good for a while: asked again when older, and once for all who wait. */
export function remembered<Value>(
  ask: () => Promise<Value>,
  goodForMs: number,
  clock: Clock,
): () => Promise<Value> {
  let answer: Promise<Value> | null = null;
  let askedAt = 0;
  return () => {
    const now = clock.now().getTime();
    if (answer === null || now - askedAt >= goodForMs) {
      askedAt = now;
      answer = ask();
      answer.catch(() => {
        answer = null;
      });
    }
    return answer;
  };
}
