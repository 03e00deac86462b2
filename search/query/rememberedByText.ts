/** No more is kept of a text than a page shows of one. */
const LONGEST = 4_000;

/**
 * Keeps what was computed of the last texts: pages show the same ones again and again, and of a text always comes
 * the same. Callers share it, so they must not change it.
 */
export function rememberedByText<Value>(compute: (text: string) => Value, most: number) {
  const kept = new Map<string, Value>();
  return (text: string): Value => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const value = compute(text);
    if (text.length > LONGEST) return value;
    const [oldest] = kept.keys();
    if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
    kept.set(text, value);
    return value;
  };
}
