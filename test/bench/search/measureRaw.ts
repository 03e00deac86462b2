import { DatabaseSync } from 'node:sqlite';
import { matchAll } from '../../../search/embedded/matchExpression.ts';
import { parseQuery } from '../../../search/query/parseQuery.ts';
import type { FindRequest } from '../../../search/searchIndex.ts';
import { type Percentiles, percentiles } from './percentiles.ts';

/** The same words asked of the same file directly: twenty rows in the order of bm25, nothing filtered, nothing counted. */
export function measureRaw(
  path: string,
  kinds: Record<string, (round: number) => FindRequest>,
  rounds: number,
): Record<string, Percentiles> {
  const database = new DatabaseSync(path, { readOnly: true });
  const table = String(
    database.prepare("select name from sqlite_schema where name like 'public_%terms'").get()?.name,
  );
  const statement = database.prepare(
    `select rowid from ${table} where ${table} match ? order by rank limit 20`,
  );
  const results: Record<string, Percentiles> = {};
  for (const [kind, requestOf] of Object.entries(kinds)) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { clauses } = parseQuery(requestOf(round).text);
      if (clauses.length === 0 || clauses.length > 64) continue;
      const begun = performance.now();
      statement.all(matchAll(clauses, []));
      times.push(performance.now() - begun);
    }
    if (times.length > 0) results[kind] = percentiles(times);
  }
  database.close();
  return results;
}
