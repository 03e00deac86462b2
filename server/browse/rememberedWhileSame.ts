import type { Clock } from '../clock.ts';

const MOST_ANSWERS = 200;
/** The index may be built again by a command without a word to the store. */
const GOOD_MS = 5_000;

interface Parts {
  /** Another text after every write to the store, by any process; null where a store cannot tell. */
  changeMark: () => string | null;
  clock: Clock;
}

interface Kept<Value> {
  answer: Value;
  mark: string;
  at: number;
}

/** Keeps answers to the same question for some seconds, and only as long as nobody has written anything. */
export function rememberedWhileSame<Value>({ changeMark, clock }: Parts) {
  const kept = new Map<string, Kept<Value>>();

  return async (question: string, ask: () => Promise<Value>): Promise<Value> => {
    const mark = changeMark();
    if (mark === null) return ask();
    const at = clock.now().getTime();
    const known = kept.get(question);
    if (known !== undefined && known.mark === mark && Math.abs(at - known.at) < GOOD_MS) return known.answer;
    const answer = await ask();
    if (kept.size >= MOST_ANSWERS) kept.clear();
    kept.set(question, { answer, mark, at });
    return answer;
  };
}
