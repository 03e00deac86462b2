import TRADITIONAL_TO_SIMPLIFIED from 'opencc-js/dict/TSCharacters';

let table: Map<string, string> | undefined;

/**
 * The simplified form of a traditional Han character, or the character itself. Character by character on
 * purpose: both sides of a search are folded the same way, so words with two readings (乾坤) still meet,
 * and offsets stay simple. The table is OpenCC's (Apache-2.0), read on first use.
 */
export function simplifiedCharacter(character: string): string {
  table ??= new Map(TRADITIONAL_TO_SIMPLIFIED.split('|').map(readPair));
  return table.get(character) ?? character;
}

function readPair(pair: string): [string, string] {
  const [traditional = '', simplified = traditional] = pair.split(' ');
  return [traditional, simplified];
}
