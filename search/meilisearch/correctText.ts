import type { MultiSearchQuery } from 'meilisearch';
import { stem } from '../analysis/stem.ts';
import { likeliest, respelt, spellingsNear, wordsToCheck } from '../query/spelling.ts';
import { encodeTerm } from './encodeTerm.ts';
import type { MeiliConnection } from './meiliConnection.ts';

/** The text with words that nobody says in the spelling that most say; null when there is nothing to correct. */
export async function correctText(
  connection: MeiliConnection,
  uid: string,
  text: string,
): Promise<string | null> {
  let corrected = text;
  for (const word of wordsToCheck(text)) {
    const [exact = 0, begun = 0] = await countQueries(connection, uid, [
      `"${encodeTerm(stem(word))}"`,
      encodeTerm(word),
    ]);
    if (exact + begun > 0) continue;
    const spellings = spellingsNear(word);
    const counts = await countQueries(
      connection,
      uid,
      [...spellings.keys()].map((term) => `"${encodeTerm(term)}"`),
    );
    const spelling = likeliest(spellings, counts);
    if (spelling !== null) corrected = respelt(corrected, word, spelling);
  }
  return corrected === text ? null : corrected;
}

async function countQueries(connection: MeiliConnection, uid: string, queries: string[]): Promise<number[]> {
  const results = await connection.search(
    queries.map((q): MultiSearchQuery => ({ indexUid: uid, q, limit: 0 })),
  );
  return results.map(({ estimatedTotalHits }) => estimatedTotalHits ?? 0);
}
