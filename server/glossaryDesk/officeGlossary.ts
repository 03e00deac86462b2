import { tokenise } from '../../search/analysis/tokenise.ts';
import type { FindRequest, SearchIndex } from '../../search/searchIndex.ts';
import { createGlossary, type Glossary } from '../matching/glossary/glossary.ts';
import type { LiveGlossary } from '../matching/glossary/liveGlossary.ts';
import type { GlossaryNames, GlossaryStore } from './glossaryStore.ts';

/** Another process may have changed the entries; so often is asked. */
const GOOD_MS = 5_000;

/** One page asks three times for what its words name. */
const MOST_TEXTS = 50;

/** The things a text names, each with all its names. */
export type SynonymsFor = (text: string) => string[][];

interface Parts {
  store: Pick<GlossaryStore, 'all' | 'mark'>;
  /** What matching reads with. */
  live: LiveGlossary;
  /** Milliseconds of a clock that never stands still. */
  elapsed?: () => number;
}

/** The office's entries as search and matching use them, kept up to date without a restart. */
export function createOfficeGlossary({ store, live, elapsed = () => performance.now() }: Parts) {
  let synonymsFor: SynonymsFor = () => [];
  let mark: string | null = null;
  let checkedAt = Number.NEGATIVE_INFINITY;

  async function refresh(): Promise<void> {
    checkedAt = elapsed();
    const latest = await store.mark();
    if (latest === mark) return;
    const entries = await store.all('active');
    synonymsFor = synonymsOf(entries);
    live.use(entries, latest);
    mark = latest;
  }

  /** @returns once the entries are those of a few seconds ago at most. */
  async function keepFresh(): Promise<void> {
    if (elapsed() - checkedAt > GOOD_MS) await refresh();
  }

  return {
    refresh,
    keepFresh,
    synonymsFor: ((text) => synonymsFor(text)) as SynonymsFor,
    /** A search that finds by all names of what is typed. */
    inSearch: (search: SearchIndex): SearchIndex => ({
      ...search,
      async find(request: FindRequest) {
        if (request.text === '') return search.find(request);
        await keepFresh();
        return search.find({ ...request, synonyms: request.synonyms ?? synonymsFor(request.text) });
      },
    }),
  };
}

export type OfficeGlossary = ReturnType<typeof createOfficeGlossary>;

/** Finds the entries a text speaks of. */
export function synonymsOf(entries: readonly GlossaryNames[]): SynonymsFor {
  const concepts = entries.map(({ zh, en }, index) => ({
    id: `#${index}`,
    zh: [...zh],
    en: [...en],
    topic: '',
  }));
  const glossary: Glossary = createGlossary({ concepts, topics: [] });
  const known = new Map<string, string[][]>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = new Set(glossary.conceptsIn(tokenise(text)).map(({ concept }) => concept));
    const names = [...found].map(({ zh, en }) => [...zh, ...en]);
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(text, names);
    return names;
  };
}
