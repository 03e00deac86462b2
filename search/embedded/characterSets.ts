import { type AnalysedDocument, FIELD_CLASSES } from '../analysis/analysedDocument.ts';

/** So many characters are kept; each takes a bit a document. */
const MOST_KEPT = 128;

/** Which slots have something, a bit for each. */
export function createSlotSet() {
  let words = new Uint32Array(0);

  return {
    add(slot: number): void {
      const at = slot >>> 5;
      if (at >= words.length) {
        const grown = new Uint32Array(at + 1024);
        grown.set(words);
        words = grown;
      }
      words[at] = (words[at] ?? 0) | (1 << (slot & 31));
    },
    delete(slot: number): void {
      const at = slot >>> 5;
      if (at < words.length) words[at] = (words[at] ?? 0) & ~(1 << (slot & 31));
    },
    has: (slot: number): boolean => (((words[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1,
    slots(): number[] {
      const slots: number[] = [];
      words.forEach((word, at) => {
        for (let rest = word; rest !== 0; rest &= rest - 1)
          slots.push(at * 32 + 31 - Math.clz32(rest & -rest));
      });
      return slots;
    },
  };
}

export type SlotSet = ReturnType<typeof createSlotSet>;

/**
 * The documents that hold a Han character, for the characters asked for last. The full-text table has pairs, so that
 * one character is the union of up to thousands of lists: too much to look up twice. Kept true as documents change.
 */
export function createCharacterSets() {
  const sets = new Map<string, SlotSet>();

  return {
    /** @param look finds the slots when they are not known yet. */
    of(character: string, look: () => number[]): SlotSet {
      const known = sets.get(character) ?? createSlotSet();
      if (!sets.delete(character)) for (const slot of look()) known.add(slot);
      sets.set(character, known);
      const [oldest] = sets.keys();
      if (sets.size > MOST_KEPT && oldest !== undefined) sets.delete(oldest);
      return known;
    },
    write(slot: number, lines: AnalysedDocument): void {
      if (sets.size === 0) return;
      const all = FIELD_CLASSES.map((name) => lines[name]).join('');
      for (const [character, set] of sets) if (all.includes(character)) set.add(slot);
    },
    remove(slot: number): void {
      for (const set of sets.values()) set.delete(slot);
    },
    forget: () => sets.clear(),
  };
}

export type CharacterSets = ReturnType<typeof createCharacterSets>;
