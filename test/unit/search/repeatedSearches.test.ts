import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { type IndexSession, openIndexSession } from '../../../search/embedded/indexSession.ts';
import type { SearchChange } from '../../../search/searchIndex.ts';
import { documentOf } from '../../contract/search/corpus.ts';

const TEXTS = ['铝', '焊', '铝 焊接', '铝合金', '"铝合金"', '-铝 焊', 'weld ', ''];
const TITLES = ['铝合金焊接', '高纯铝', '焊接 weld', '铜', 'weld'];
const change = fc.record({
  id: fc.constantFrom('A-1', 'A-2', 'A-3', 'A-4'),
  title: fc.constantFrom(null, ...TITLES),
  by: fc.constantFrom('here', 'elsewhere'),
});

/** What was found is kept for the next question, and must never outlive a change. */
describe('the same search before and after changes', () => {
  const directory = mkdtempSync(join(tmpdir(), 'dual-helix-repeated-'));
  const path = (name: string) => join(directory, `${name}.sqlite`);
  let files = 0;
  after(() => rmSync(directory, { recursive: true, force: true }));

  const found = (session: IndexSession, text: string) =>
    session
      .find({ index: 'public', text, filter: {}, facets: ['trl'], offset: 0, limit: 10 })
      .hits.map(({ id }) => id);

  it('finds what an index finds that was never asked before', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        files += 1;
        const [asked, other] = [openIndexSession(path(`a${files}`)), openIndexSession(path(`a${files}`))];
        for (const { id, title, by } of changes) {
          const applied: SearchChange =
            title === null ? { remove: id } : { put: documentOf({ id, zh: title, facets: { trl: ['3'] } }) };
          (by === 'here' ? asked : other).apply('public', [applied]);
          const fresh = openIndexSession(path(`a${files}`));
          for (const text of TEXTS) assert.deepEqual(found(asked, text), found(fresh, text), text);
          fresh.close();
        }
        asked.close();
        other.close();
      }),
      { numRuns: 12 },
    );
  });

  it('counts facets over everything as they are after every change', () => {
    const session = openIndexSession(path('facets'));
    const trl = () =>
      session.find({ index: 'public', text: '', filter: {}, facets: ['trl', 'field'], offset: 0, limit: 0 })
        .facets;
    const put = (id: string, facets: Record<string, string[]>) =>
      session.apply('public', [{ put: documentOf({ id, zh: '铝', facets }) }]);
    put('A-1', { trl: ['3'] });
    put('A-2', { trl: ['3'], field: ['energy'] });
    assert.deepEqual(trl(), { trl: { 3: 2 }, field: { energy: 1 } });
    put('A-1', { trl: ['4'], field: ['energy'] });
    assert.deepEqual(trl(), { trl: { 3: 1, 4: 1 }, field: { energy: 2 } });
    session.apply('public', [{ remove: 'A-2' }]);
    assert.deepEqual(trl(), { trl: { 4: 1 }, field: { energy: 1 } });
    session.close();
  });
});
