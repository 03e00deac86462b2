/** `public` holds public fields only and is what pages search; `matching` is read by matching alone. */
export type IndexName = 'public' | 'matching';

/** A text with the weight it has in ranking; both languages are searched. */
export interface SearchText {
  field: string;
  weight: number;
  zh?: string;
  en?: string;
}

/** What an index knows about one listing; made by `search/documents.ts` and by nothing else. */
export interface SearchDocument {
  /** The listing's reference. */
  id: string;
  kind: string;
  /** The listing's revision this was made from; compared by reconcile. */
  revision: number;
  texts: SearchText[];
  /** Patent numbers, IPC symbols, references: found whole and in parts. */
  identifiers: string[];
  /** Codes by facet name; a hierarchy lists every level (`C`, `C22`, `C22C`). */
  facets: Record<string, string[]>;
  /** Values for ranges and sorting: instants in ms, money in fen, dates as days since 1970. */
  numbers: Record<string, number>;
}

export type SearchChange = { put: SearchDocument } | { remove: string };

export interface SearchFilter {
  kinds?: string[];
  /** OR within a facet, AND across facets. */
  facets?: Record<string, string[]>;
  /** Inclusive bounds on `numbers`. */
  ranges?: Record<string, { from?: number; to?: number }>;
}

export interface FindRequest {
  index: IndexName;
  /** Whatever was typed; empty means everything that passes the filter. */
  text: string;
  /** Names of things the text speaks of: each list is one thing, found by any of them. */
  synonyms?: string[][];
  filter: SearchFilter;
  /** Facets to count; a facet does not count itself out. */
  facets: string[];
  /** By a number, or by relevance when absent; ties by id. */
  sort?: { by: string; direction: 'ascending' | 'descending' };
  /** By relevance, documents whose number is lower, or missing, lose so much of their score. */
  demote?: { by: string; below: number; loss: number };
  offset: number;
  limit: number;
}

export interface FoundListing {
  id: string;
  score: number;
}

export interface FindResult {
  hits: FoundListing[];
  total: number;
  /** False when the total is an estimate. */
  isExact: boolean;
  facets: Record<string, Record<string, number>>;
  /** What was searched for instead, when nothing says a Latin word as it was typed and one letter differs. */
  correctedText?: string;
}

/** One short query of matching: at most ten words, each with a weight. */
export interface Probe {
  terms: { text: string; weight: number }[];
  filter: SearchFilter;
  limit: number;
}

export interface IndexState {
  isHealthy: boolean;
  documents: Record<IndexName, number>;
  engine: string;
  /** Version of settings and analysis the index was built with. */
  version: string;
}

/**
 * What the application needs of a search engine and no more. The engine gives candidates, facets
 * and counts; order on the first pages and snippets are ours.
 * Every method rejects with SearchUnavailable when the engine cannot answer in time.
 */
export interface SearchIndex {
  /** Applies changes in order; resolves when they are searchable. Idempotent. */
  apply(index: IndexName, changes: SearchChange[]): Promise<void>;
  find(request: FindRequest): Promise<FindResult>;
  /** One list of hits per probe, best first. */
  probe(index: IndexName, probes: Probe[]): Promise<FoundListing[][]>;
  /** Ids and revisions in order of id, after the given id; for reconcile. */
  compare(index: IndexName, after: string, limit: number): Promise<{ id: string; revision: number }[]>;
  /** Builds a second index from all documents and swaps it in; searching goes on meanwhile. */
  rebuild(index: IndexName, documents: AsyncIterable<SearchDocument>): Promise<number>;
  state(): Promise<IndexState>;
  close(): Promise<void>;
}

/** The engine is down or too slow; pages fall back to the store. */
export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable';
}
