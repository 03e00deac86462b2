import assert from 'node:assert/strict';
import type { FindRequest, SearchChange, SearchDocument, SearchIndex } from '../../../search/searchIndex.ts';
import { documentOf, type Entry } from './corpus.ts';

export interface OpenedIndex {
  index: SearchIndex;
  close(): Promise<void>;
}

export type OpenIndex = () => Promise<OpenedIndex>;

export const REQUEST: FindRequest = {
  index: 'public',
  text: '',
  filter: {},
  facets: [],
  offset: 0,
  limit: 100,
};

export function puts(entries: Entry[]): SearchChange[] {
  return entries.map((entry) => ({ put: documentOf(entry) }));
}

export async function* each(documents: SearchDocument[]): AsyncIterable<SearchDocument> {
  yield* documents;
}

export async function idsOf(index: SearchIndex, request: Partial<FindRequest>): Promise<string[]> {
  return (await index.find({ ...REQUEST, ...request })).hits.map(({ id }) => id);
}

export function opened(open: OpenIndex, isFresh: boolean): () => SearchIndex {
  let current: OpenedIndex | undefined;
  const begin = async () => {
    current = await open();
  };
  const end = async () => {
    await current?.close();
  };
  if (isFresh) {
    beforeEach(begin);
    afterEach(end);
  } else {
    before(begin);
    after(end);
  }
  return () => {
    assert.ok(current);
    return current.index;
  };
}
