import assert from 'node:assert/strict';
import { analyseDocument } from '../../../search/analysis/analysedDocument.ts';
import { strictQueries } from '../../../search/meilisearch/textQueries.ts';
import { parseQuery, requiredClauses } from '../../../search/query/parseQuery.ts';
import { saysClause } from '../../../search/ranking.ts';

const WELDING = ['搅拌摩擦焊', 'friction stir welding', 'FSW'];

describe('synonyms in a query', () => {
  const cases: [typed: string, text: string, isFound: boolean][] = [
    ['搅拌摩擦焊', 'Friction stir welding of plates', true],
    ['搅拌摩擦焊', 'Friction welding, stirred', false],
    ['搅拌摩擦焊', 'FSW machine', true],
    ['FSW', '薄板搅拌摩擦焊装备', true],
    ['搅拌摩擦焊工艺', 'FSW 工艺参数', true],
    ['搅拌摩擦焊工艺', 'FSW parameters', false],
    ['铝板搅拌摩擦焊', '铝板的 FSW 连接', true],
    ['friction stir welding 铝', '铝合金搅拌摩擦焊', true],
    ['搅拌器', 'FSW', false],
  ];
  for (const [typed, text, isFound] of cases) {
    it(`${typed} ${isFound ? 'finds' : 'does not find'} ${text}`, () => {
      const lines = analyseDocument({ texts: [{ field: 'title', weight: 8, zh: text }], identifiers: [] });
      const clauses = requiredClauses(parseQuery(typed, [WELDING]));
      assert.equal(
        clauses.every((clause) => saysClause(clause, lines)),
        isFound,
      );
    });
  }

  it('are whole queries of their own where an engine has no "or"', () => {
    const queries = strictQueries(requiredClauses(parseQuery('FSW 工艺', [WELDING])), []) ?? [];
    assert.equal(queries.length, 3, queries.join('\n'));
    const long = strictQueries(requiredClauses(parseQuery('搅拌摩擦焊', [WELDING])), []) ?? [];
    assert.ok(
      long.some((query) => query.split('"').length === 3),
      long.join('\n'),
    );
  });

  it('change nothing where no name is typed', () => {
    assert.deepEqual(parseQuery('铝合金 weld', [WELDING]), parseQuery('铝合金 weld'));
  });
});
