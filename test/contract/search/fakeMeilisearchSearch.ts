/** A document with the attributes our settings make searchable, filterable and sortable. */
export interface FakeDocument {
  id: string;
  [attribute: string]: unknown;
}

export interface FakeQuery {
  indexUid: string;
  q: string;
  filter?: string[][];
  sort?: string[];
  facets?: string[];
  offset?: number;
  limit?: number;
  attributesToRetrieve?: string[];
}

const SEARCHED = ['title', 'identifier', 'summary', 'body'];

/** All words, phrases in a row, `-` excludes, the last word as a prefix, filters, facet counts, sort: as documented. */
export function searchFake(documents: FakeDocument[], query: FakeQuery) {
  const wanted = wordsOf(query.q);
  const found = documents.filter(
    (document) => matchesFilter(document, query.filter) && wanted.every((word) => isSaid(document, word)),
  );
  const ordered = found.toSorted(
    (left, right) => compareBy(query.sort ?? [], left, right) || rank(left, wanted) - rank(right, wanted),
  );
  const { offset = 0, limit = 20, attributesToRetrieve: kept } = query;
  return {
    indexUid: query.indexUid,
    hits: ordered.slice(offset, offset + limit).map((document) => ({
      ...(kept ? Object.fromEntries(kept.map((name) => [name, document[name]])) : document),
      _rankingScore: 1 - Math.min(rank(document, wanted), 4) / 5,
    })),
    estimatedTotalHits: found.length,
    facetDistribution: Object.fromEntries(
      (query.facets ?? []).map((facet) => [facet, countValues(found, facet)]),
    ),
  };
}

interface WantedWord {
  words: string[];
  isExcluded: boolean;
  isPrefix: boolean;
}

/** Words after the tenth are not read; a phrase counts as one. */
function wordsOf(q: string): WantedWord[] {
  const words = [...q.matchAll(/(-?)(?:"([^"]*)"|(\S+))/g)].map(([whole, sign, phrase, word = '']) => ({
    words: (phrase ?? word).split(' '),
    isExcluded: sign === '-',
    isPrefix: phrase === undefined && q.endsWith(whole),
  }));
  const excluded = words.filter(({ isExcluded }) => isExcluded);
  return [...excluded, ...words.filter(({ isExcluded }) => !isExcluded).slice(0, 10)];
}

function isSaid(document: FakeDocument, word: WantedWord): boolean {
  return SEARCHED.some((name) => isSaidIn(String(document[name] ?? ''), word)) !== word.isExcluded;
}

function isSaidIn(text: string, { words, isPrefix }: WantedWord): boolean {
  const row = words.join(' ');
  return ` ${text} `.includes(isPrefix ? ` ${row}` : ` ${row} `);
}

/** The attribute rule: the first attribute that says the first word. */
function rank(document: FakeDocument, wanted: WantedWord[]): number {
  const [first] = wanted;
  const at = first ? SEARCHED.findIndex((name) => isSaidIn(String(document[name] ?? ''), first)) : 0;
  return at < 0 ? SEARCHED.length : at;
}

/** All of the lists, any within a list. */
export function matchesFilter(document: FakeDocument, filter: string[][] = []): boolean {
  return filter.every((any) => any.some((condition) => matchesCondition(document, condition)));
}

function matchesCondition(document: FakeDocument, condition: string): boolean {
  const grouped = /^\((.*)\)$/.exec(condition);
  if (grouped) return (grouped[1] ?? '').split(' AND ').every((part) => matchesCondition(document, part));
  const [, attribute = '', operator, operand = ''] =
    /^([\w.-]+) (=|>=|<=|>|IN|EXISTS) ?(.*)$/.exec(condition) ?? [];
  const values = valuesOf(document, attribute);
  if (operator === undefined) throw new Error(`The fake cannot read the filter ${condition}`);
  if (operator === 'EXISTS') return values.length > 0;
  if (operator === 'IN') return (JSON.parse(operand) as string[]).some((value) => values.includes(value));
  const wanted: unknown = JSON.parse(operand);
  return values.some((value) => compareWith(operator, value, wanted));
}

function compareWith(operator: string, value: unknown, wanted: unknown): boolean {
  if (operator === '=') return value === wanted;
  if (typeof value !== 'number' || typeof wanted !== 'number') return false;
  if (operator === '>') return value > wanted;
  return operator === '>=' ? value >= wanted : value <= wanted;
}

function valuesOf(document: FakeDocument, attribute: string): unknown[] {
  const value = attribute
    .split('.')
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], document);
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function compareBy(sort: string[], left: FakeDocument, right: FakeDocument): number {
  for (const rule of sort) {
    const [attribute = '', direction] = rule.split(':');
    const [[a], [b]] = [valuesOf(left, attribute), valuesOf(right, attribute)] as [
      (string | number)[],
      (string | number)[],
    ];
    // What lacks the attribute comes last in both directions.
    if (a === undefined || b === undefined) {
      if (a !== b) return a === undefined ? 1 : -1;
      continue;
    }
    if (a !== b) return (a < b ? -1 : 1) * (direction === 'asc' ? 1 : -1);
  }
  return 0;
}

function countValues(documents: FakeDocument[], attribute: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of documents.flatMap((document) => valuesOf(document, attribute))) {
    counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  }
  return counts;
}
