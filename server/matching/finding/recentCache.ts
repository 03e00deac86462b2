/** Keeps what was computed for the keys asked for last; bounded. */
export function createRecentCache<Value>(most: number) {
  const known = new Map<string, Value>();
  return {
    get(key: string, make: () => Value): Value {
      const found = known.get(key) ?? make();
      known.delete(key);
      known.set(key, found);
      if (known.size > most)
        for (const oldest of known.keys()) {
          known.delete(oldest);
          break;
        }
      return found;
    },
  };
}
