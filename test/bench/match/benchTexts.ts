import type { SearchDocument } from '../../../search/searchIndex.ts';
import type { MatchingText } from '../../../server/matching/matchingText.ts';
import { regionPath } from '../../../server/vocabulary/regionPath.ts';
import type { Entry, Meta } from './readCollection.ts';

/** An entry of a collection as the product's matching reads a listing. */
export function matchingTextOf({ id, title, text, meta }: Entry): MatchingText {
  const language = /\p{Script=Han}/u.test(title + text) ? ('zh' as const) : ('en' as const);
  const base = { language, visibility: 'public' as const, isRedacted: false };
  const passages = [
    { ...base, field: 'title', text: title, weight: 8 },
    { ...base, field: 'text', text, weight: 1 },
  ];
  return {
    reference: id,
    kind: meta.kind ?? 'achievement',
    version: 1,
    passages: passages.filter((passage) => passage.text !== ''),
    facts: factsOf(meta),
  };
}

/** The same as the index of candidates knows it. */
export function searchDocumentOf(entry: Entry): SearchDocument {
  const { reference, kind, passages, facts } = matchingTextOf(entry);
  const texts = passages.map(({ field, text, weight, language }) => ({ field, weight, [language]: text }));
  return { id: reference, kind, revision: 1, texts, identifiers: facts.ipc, facets: {}, numbers: {} };
}

function factsOf(meta: Meta): MatchingText['facts'] {
  const yuan = meta.priceYuan ?? meta.budgetYuan;
  const industries = typeof meta.industry === 'string' ? [meta.industry] : (meta.industry ?? []);
  return {
    ipc: meta.ipc ?? [],
    industry: industries.map((code) => code.replace(/^[A-T](?=\d)/, '')),
    field: meta.field ?? null,
    maturity: meta.trl ?? meta.minTrl ?? null,
    cooperation: meta.cooperation ?? [],
    priceFen: yuan === undefined ? null : Math.round(yuan * 100),
    regionPath: meta.region ? regionPath(meta.region) : [],
    territory: null,
    metrics: [],
  };
}
