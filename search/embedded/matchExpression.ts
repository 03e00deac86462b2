import type { Alternative } from '../query/alternatives.ts';
import type { Clause } from '../query/parseQuery.ts';

/**
 * Clauses as an FTS5 expression. Terms come from the analysis, hold neither spaces nor quotes and are always
 * quoted: nothing that was typed can become syntax.
 */
export function matchAll(clauses: Clause[], without: Clause[]): string {
  const wanted = clauses.map(matchClause).join(' AND ');
  return without.length === 0 ? wanted : `(${wanted}) NOT (${without.map(matchClause).join(' OR ')})`;
}

/** One clause in any of its spellings. */
export function matchClause({ alternatives, bridgedBy }: Pick<Clause, 'alternatives' | 'bridgedBy'>): string {
  const spellings = alternatives.map(matchAlternative);
  if (bridgedBy) spellings.push(`(${bridgedBy.map((pair) => `"${pair}"`).join(' AND ')})`);
  return `(${spellings.join(' OR ')})`;
}

/** The same, in some columns only. */
export function inColumns(columns: string[], expression: string): string {
  return `{${columns.join(' ')}} : (${expression})`;
}

function matchAlternative({ terms, isPrefix }: Alternative): string {
  return `"${terms.join(' ')}"${isPrefix ? ' *' : ''}`;
}
