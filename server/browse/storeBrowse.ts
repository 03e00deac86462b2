import type { ListingKind } from '../../models/records.ts';
import { analyseDocument } from '../../search/analysis/analysedDocument.ts';
import { createColumns } from '../../search/columns/columns.ts';
import { createFilterTest } from '../../search/columns/filterSlots.ts';
import { type DocumentOwner, searchDocument } from '../../search/documents.ts';
import { parseQuery, requiredClauses } from '../../search/query/parseQuery.ts';
import { saysClause } from '../../search/ranking.ts';
import type { SearchDocument } from '../../search/searchIndex.ts';
import { LISTING_KINDS } from '../catalogue/catalogue.ts';
import type { Clock } from '../clock.ts';
import { notFound } from '../errors.ts';
import { type BrowseQuery, isNarrowed } from './browseQuery.ts';
import type { BrowseRequest, BrowseResult } from './browseService.ts';
import type { PublicListing, PublicListings } from './publicListings.ts';
import { searchFilter } from './searchRequest.ts';

interface Parts {
  listings: Pick<PublicListings, 'newest'>;
  clock: Clock;
}

/** So many are looked through; words take longer to read than conditions, and a page must not take seconds. */
export const LOOKED_THROUGH = { conditions: 500, words: 200 };

/** Stands for the owner of an anonymous listing, of which a public document says nothing. */
const NOBODY: DocumentOwner = { _id: '', name: {}, kind: 'other', verification: 'none' };

type Described = { item: PublicListing; document: SearchDocument };

/**
 * Lists without the index (D18). The kind and the region are asked of the store, which has an index for them. All else
 * is looked for among the newest of those, by the public documents an index would have: so nothing can be found that
 * the search would not show. Nothing is counted, and the newest come first whatever the order asked for.
 */
export function createStoreBrowse({ listings, clock }: Parts) {
  async function newestOf(
    kinds: BrowseRequest['kinds'],
    regions: string[] | null,
    { skip, limit }: { skip: number; limit: number },
  ): Promise<PublicListing[]> {
    // Where a region is asked for, only kind and region together are in an index by date.
    const asked: (ListingKind | null)[] = [...(kinds ?? (regions === null ? [null] : LISTING_KINDS))];
    if (asked.length === 1) return listings.newest(asked[0] ?? null, skip, limit, regions);
    const lists = await Promise.all(asked.map((one) => listings.newest(one, 0, skip + limit, regions)));
    return lists
      .flat()
      .sort(newestFirst)
      .slice(skip, skip + limit);
  }

  /** Those of the newest that fulfil everything asked for. */
  async function lookThrough({ kinds, query }: BrowseRequest, scanned: number): Promise<PublicListing[]> {
    const items = await newestOf(kinds, query.facets.region ?? null, { skip: 0, limit: scanned });
    const described = items.flatMap(describe);
    const columns = createColumns();
    for (const { document } of described) columns.write(columns.slotFor(document.id), document);
    const passes = createFilterTest(columns, searchFilter(kinds, query, clock));
    const says = sayingAll(query);
    return described
      .filter(({ document }) => passes(columns.slotFor(document.id)) && says(document))
      .map(({ item }) => item);
  }

  return async (request: BrowseRequest): Promise<BrowseResult> => {
    const { query, kinds, pageSize } = request;
    const skip = (query.page - 1) * pageSize;
    const most = query.text === '' ? LOOKED_THROUGH.conditions : LOOKED_THROUGH.words;
    const found = isNarrowed(query)
      ? (await lookThrough(request, most)).slice(skip, skip + pageSize + 1)
      : await newestOf(kinds, null, { skip, limit: pageSize + 1 });
    if (found.length === 0 && query.page > 1) throw notFound('browse:noSuchPage');
    return {
      listings: found.slice(0, pageSize),
      total: null,
      isExact: false,
      facets: null,
      kinds: null,
      lastPage: null,
      hasNext: found.length > pageSize,
      correctedText: null,
      lookedThrough: isNarrowed(query) ? most : null,
    };
  };
}

function describe(item: PublicListing): Described[] {
  const { listing, owner } = item;
  if (owner === null && listing.visibility === 'public') return [];
  const document = searchDocument('public', listing, owner ?? NOBODY);
  return document === null ? [] : [{ item, document }];
}

/** Whether a document says every word that must be said; without the index nothing is widened. */
function sayingAll({ text }: BrowseQuery): (document: SearchDocument) => boolean {
  if (text === '') return () => true;
  const clauses = requiredClauses(parseQuery(text));
  return (document) => {
    const lines = analyseDocument(document);
    return clauses.every((clause) => saysClause(clause, lines));
  };
}

function newestFirst({ listing: left }: PublicListing, { listing: right }: PublicListing): number {
  return (right.publishedAt?.getTime() ?? 0) - (left.publishedAt?.getTime() ?? 0);
}
