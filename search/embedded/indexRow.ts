import {
  type AnalysedDocument,
  analyseDocument,
  engineText,
  FIELD_CLASSES,
} from '../analysis/analysedDocument.ts';
import type { ColumnValues } from '../columns/columns.ts';
import { strengthElsewhere } from '../ranking.ts';
import type { SearchDocument } from '../searchIndex.ts';

/** A document as the tables take it: all that has to be worked out is worked out. */
export interface IndexRow extends ColumnValues {
  revision: number;
  lines: AnalysedDocument;
  /** Terms by class of field. */
  terms: string[];
  /** Of the words of the title, those said again outside of it, by how strongly. */
  repeated: string[];
}

/** From how much on a word of the title counts as said again, and what it is taken to count then. */
export const REPEATED_STRENGTHS = [0.5, 1, 1.5, 2, 2.6, 3.2, 4, 5, 6, 7.5, 9, 11, 14].map(
  (from, level, all) => ({
    from,
    counts: (from + (all[level + 1] ?? from + 4)) / 2,
  }),
);

/** The number under which the length of the analysed title stands beside those of the document; no document has it. */
export const TITLE_LENGTH = '@titleLength';

/** Analyses a document for the tables; the most costly part of indexing. */
export function indexRow({
  id,
  kind,
  revision,
  facets,
  numbers,
  texts,
  identifiers,
}: SearchDocument): IndexRow {
  const lines = analyseDocument({ texts, identifiers });
  const terms = FIELD_CLASSES.map((field) => engineText(lines[field]));
  return {
    id,
    kind,
    revision,
    facets,
    numbers: { ...numbers, [TITLE_LENGTH]: lines.title.length },
    lines,
    terms,
    repeated: repeatedTerms(terms[0] ?? '', lines),
  };
}

function repeatedTerms(title: string, lines: AnalysedDocument): string[] {
  const levels: string[][] = REPEATED_STRENGTHS.map(() => []);
  for (const term of new Set(title.split(' '))) {
    if (term === '' || term === '/') continue;
    const strength = strengthElsewhere(term, lines);
    levels[REPEATED_STRENGTHS.findLastIndex(({ from }) => strength >= from)]?.push(term);
  }
  return levels.map((level) => level.join(' '));
}
