import type { Collection } from 'mongoose';

const DUPLICATE_KEY = 11000;
/** So many documents are named; the rest is found in the same way. */
const MOST_NAMED = 10;

/**
 * What to tell the operator when an index cannot be built on the data as they are. For a unique one it
 * names the value and the documents that share it.
 */
export async function describeBrokenIndex(collection: Collection, index: string, cause: unknown) {
  const place = `The index ${index} of the collection ${collection.name}`;
  if (!(cause instanceof Error)) return new Error(`${place} cannot be built.`, { cause });
  if (!('code' in cause) || cause.code !== DUPLICATE_KEY)
    return new Error(`${place} cannot be built: ${cause.message}. No document was changed.`, { cause });
  const shared = sharedValue(cause);
  const documents = shared === null ? '' : ` These have ${JSON.stringify(shared)}: ${await idsOf(shared)}.`;
  return new Error(
    `${place} cannot be built, because it lets every value stand once only and several documents have the same.${documents} No document was changed. Go on with the version of the program that worked with these data before, give all but one of them another value, then start this version again.`,
    { cause },
  );

  async function idsOf(filter: Record<string, unknown>): Promise<string> {
    const found = await collection.find(filter, { projection: { _id: 1 }, limit: MOST_NAMED + 1 }).toArray();
    const ids = found.slice(0, MOST_NAMED).map(({ _id }) => String(_id));
    return `${ids.join(', ')}${found.length > MOST_NAMED ? ' and others' : ''}`;
  }
}

function sharedValue(cause: Error): Record<string, unknown> | null {
  const value = 'keyValue' in cause ? cause.keyValue : null;
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}
