import type { Model } from 'mongoose';
import type { Models } from '../../models/createModels.ts';
import { formatReference } from '../../server/listings/reference.ts';

type Document = Record<string, unknown> & { _id: string };

const FIRST_NUMBER = 500_000;

/** What a copy must not share with its original, by collection. */
const OWN: Partial<Record<keyof Models, (document: Document, copy: string) => object>> = {
  listings: (_document, copy) => ({ externalKey: `copy:${copy}` }),
  organisations: (_document, copy) => ({ identifierKeys: [`copy:${copy}`] }),
  accounts: (_document, copy) => ({ identifierKeys: [`copy:${copy}`] }),
  matches: (_document, copy) => ({ pairKey: `copy:${copy}` }),
  deals: (_document, copy) => ({ submissionKey: `copy:${copy}` }),
  patents: ({ number }, copy) => ({ number: `${number}-${copy}` }),
  notices: () => ({}),
};

/**
 * Makes the store larger by copies of what is in it, so that a query that reads a whole collection, or
 * everything of a state, shows. The indexes of search do not follow.
 * @param most how many documents of a collection there are afterwards, about
 */
export async function enlargeStore(models: Models, most: number): Promise<void> {
  for (const [name, own] of Object.entries(OWN)) {
    const model = models[name as keyof Models] as unknown as Model<Document>;
    const originals = await model.find({}, null, { sort: { _id: 1 } }).lean<Document[]>();
    const copies = Array.from({ length: originals.length === 0 ? 0 : most }, (_, index) => {
      const original = originals[index % originals.length] as Document;
      const id = idOfCopy(original._id, index);
      return { ...earlier(original, index), _id: id, pending: [], history: [], ...own(original, id) };
    });
    // As documents, past the schemas: copies are as valid as what they are copies of.
    if (copies.length > 0) await model.collection.insertMany(copies as never);
  }
}

/** No two copies share an instant, as no two documents of a real store do. */
function earlier(original: Document, minutes: number): Document {
  const moved = Object.entries(original).map(([name, value]) => [
    name,
    value instanceof Date ? new Date(value.getTime() - minutes * 60_000) : value,
  ]);
  return Object.fromEntries(moved);
}

/** A reference like the original's where that is one, since pages take no other. */
function idOfCopy(id: string, index: number): string {
  const [letter = '', year] = /^([A-Z])-(\d{4})-\d+[A-Z]$/.exec(id)?.slice(1) ?? [];
  return letter ? formatReference(letter, Number(year), FIRST_NUMBER + index) : `${id}x${index}`;
}
