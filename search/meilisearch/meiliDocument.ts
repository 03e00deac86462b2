import { type AnalysedDocument, analyseDocument, FIELD_CLASSES } from '../analysis/analysedDocument.ts';
import type { SearchDocument } from '../searchIndex.ts';
import { encodeLine } from './encodeTerm.ts';
import { idOrder } from './idOrder.ts';

/** A listing as Meilisearch keeps it. */
export interface MeiliDocument extends AnalysedDocument {
  id: string;
  kind: string;
  revision: number;
  facets: Record<string, string[]>;
  numbers: Record<string, number>;
  /** The order of ids as numbers, since its filters compare numbers only. */
  idOrder: { high: number; low: number };
  /** The analysed lines, for our own scorer; not searched. */
  lines: AnalysedDocument;
}

export function toMeiliDocument(document: SearchDocument): MeiliDocument {
  const { id, kind, revision, facets, numbers } = document;
  const lines = analyseDocument(document);
  const [title, identifier, summary, body] = FIELD_CLASSES.map((name) => encodeLine(lines[name]));
  return {
    id,
    kind,
    revision,
    facets,
    numbers,
    idOrder: idOrder(id),
    title: title ?? '',
    identifier: identifier ?? '',
    summary: summary ?? '',
    body: body ?? '',
    lines,
  };
}
