import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { type IndexSession, openIndexSession } from '../../../search/embedded/indexSession.ts';
import { highlightRanges } from '../../../search/query/highlight.ts';
import { snippet } from '../../../search/query/snippet.ts';
import { CORPUS, documentOf } from '../../contract/search/corpus.ts';

/** Strings people and programs send: words of the corpus, signs of query languages, anything else. */
const piece = fc.oneof(
  fc.constantFrom(
    '铝合金',
    '6061-T6',
    'weld',
    'ZL201710601862.3',
    '0.05mm',
    '的',
    '"',
    '“',
    '-',
    '*',
    ' AND ',
    ' NOT ',
    '(',
    ')',
    '{title}:',
    '^',
    '\0',
    '\ud800',
    '😀',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const query = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('any query', () => {
  const directory = mkdtempSync(join(tmpdir(), 'dual-helix-any-'));
  let session: IndexSession;

  before(() => {
    session = openIndexSession(join(directory, 'index.sqlite'));
    session.apply(
      'public',
      Object.values(CORPUS).map((entry) => ({ put: documentOf(entry) })),
    );
  });

  after(() => {
    session.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('gets an answer, the same one each time, of documents that exist', () => {
    const ids = new Set<string>(Object.values(CORPUS).map(({ id }) => id));
    fc.assert(
      fc.property(query, (text) => {
        const request = {
          index: 'public' as const,
          text,
          filter: {},
          facets: ['kind'],
          offset: 0,
          limit: 50,
        };
        const { hits, total } = session.find(request);
        assert.ok(hits.every(({ id }) => ids.has(id)) && hits.length === total);
        assert.deepEqual(session.find(request).hits, hits);
      }),
      { numRuns: 300 },
    );
  });

  it('marks places inside the text, in order', () => {
    fc.assert(
      fc.property(query, query, (text, asked) => {
        const cut = snippet(text, asked, 20);
        for (const { said, ranges } of [
          { said: text, ranges: highlightRanges(text, asked) },
          { said: cut.text, ranges: cut.ranges },
        ]) {
          let last = 0;
          for (const [start, end] of ranges) {
            assert.ok(start >= last && start < end && end <= said.length);
            last = end;
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
