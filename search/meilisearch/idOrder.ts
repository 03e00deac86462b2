const CHARACTERS_EACH = 7;
const BASE = 128;

/**
 * Two numbers that order ids of up to 14 ASCII characters (a reference has exactly 14) as strings do: seven
 * characters make 49 bits, which a double holds exactly.
 */
export function idOrder(id: string): { high: number; low: number } {
  return { high: packed(id, 0), low: packed(id, CHARACTERS_EACH) };
}

function packed(id: string, from: number): number {
  let number = 0;
  for (let at = from; at < from + CHARACTERS_EACH; at += 1) {
    number = number * BASE + Math.min(BASE - 1, id.charCodeAt(at) || 0);
  }
  return number;
}
