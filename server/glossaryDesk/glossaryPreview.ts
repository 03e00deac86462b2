import type { SearchIndex } from '../../search/searchIndex.ts';
import type { PublicListings } from '../browse/publicListings.ts';
import { inLanguage, type Language, type LocalizedText } from '../localized.ts';
import type { GlossaryNames, GlossaryStore } from './glossaryStore.ts';
import { type SynonymsFor, synonymsOf } from './officeGlossary.ts';

export const MOST_QUERIES = 10;
/** New among the first so many is what people will see. */
const LOOKED_AT = 20;
const TOLD = 3;

interface Parts {
  store: Pick<GlossaryStore, 'all'>;
  search: Pick<SearchIndex, 'find'>;
  publicListings: Pick<PublicListings, 'byIds'>;
}

export interface PreviewRow {
  query: string;
  before: number;
  after: number;
  /** Listings that come onto the first page. */
  gained: { reference: string; title: ReturnType<typeof inLanguage> }[];
}

/** What a change of an entry does to searches: each is run with the glossary as it is and as it would be. */
export function createGlossaryPreview({ store, search, publicListings }: Parts) {
  const run = (text: string, synonymsFor: SynonymsFor) =>
    search.find({
      index: 'public',
      text,
      synonyms: synonymsFor(text),
      filter: {},
      facets: [],
      offset: 0,
      limit: LOOKED_AT,
    });

  /** @param id the entry that changes, or null for a new one. @param names null when it is retired. */
  return async (
    { id, names, queries }: { id: string | null; names: GlossaryNames | null; queries: string[] },
    language: Language,
  ): Promise<PreviewRow[]> => {
    const entries = await store.all('active');
    const changed = [...entries.filter(({ _id }) => _id !== id), ...(names === null ? [] : [names])];
    const [now, then] = [synonymsOf(entries), synonymsOf(changed)];
    const rows: PreviewRow[] = [];
    for (const query of queries.slice(0, MOST_QUERIES)) {
      const [before, after] = await Promise.all([run(query, now), run(query, then)]);
      const known = new Set(before.hits.map((hit) => hit.id));
      const ids = after.hits.map((hit) => hit.id).filter((one) => !known.has(one));
      const gained = (await publicListings.byIds(ids.slice(0, TOLD))).map(({ listing }) => ({
        reference: listing._id,
        title: inLanguage(listing.live.content.title as LocalizedText, language),
      }));
      rows.push({ query, before: before.total, after: after.total, gained });
    }
    return rows;
  };
}

export type GlossaryPreview = ReturnType<typeof createGlossaryPreview>;
