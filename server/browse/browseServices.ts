import type { Models } from '../../models/createModels.ts';
import type { SearchIndex } from '../../search/searchIndex.ts';
import type { Clock } from '../clock.ts';
import type { FileStore } from '../files/fileStore.ts';
import { createListingFileService } from '../listings/listingFileService.ts';
import { type ApprovedMatch, createListingPageService } from '../listings/listingPageService.ts';
import type { Glossary } from '../matching/glossary/glossary.ts';
import type { OccurrenceStore } from '../relay/occurrenceStore.ts';
import type { Stores } from '../stores.ts';
import { createBrowseService } from './browseService.ts';
import { createHomeService } from './homeService.ts';
import { createNamedThings } from './namedThings.ts';
import { createPublicListings } from './publicListings.ts';
import { createSearchAdvice } from './searchAdvice.ts';
import { createViewCountStore, type NoteViewed } from './viewCountStore.ts';

interface BrowseParts {
  models: Pick<Models, 'viewCounts'>;
  stores: Pick<Stores, 'listings' | 'organisations' | 'patents' | 'deals'>;
  search: Pick<SearchIndex, 'find' | 'probe'>;
  files: Pick<FileStore, 'open'>;
  occurrences: Pick<OccurrenceStore, 'record'>;
  clock: Clock;
  changeMark: () => string | null;
  noteViewed: NoteViewed;
  /** Names of things, for advice on a search. */
  glossary: Pick<Glossary, 'conceptsIn'>;
  /** Approved pairs of a listing that everybody may read. */
  approvedMatches?: (reference: string) => Promise<ApprovedMatch[]>;
}

/** Everything the public pages read: lists, the home page, single listings with their files, counts of looks. */
export function createBrowseServices({
  models,
  stores,
  search,
  files,
  occurrences,
  clock,
  changeMark,
  noteViewed,
  glossary,
  approvedMatches,
}: BrowseParts) {
  const { listings, organisations, patents, deals } = stores;
  const publicListings = createPublicListings({ listings, organisations });
  const pages = createListingPageService({
    listings,
    organisations,
    patents,
    publicListings,
    search,
    changeMark,
    clock,
    hasDisclosed: deals.hasDisclosed,
    ...(approvedMatches ? { approvedMatches } : {}),
  });
  return {
    publicListings,
    browse: createBrowseService({ search, listings: publicListings, clock, changeMark }).browse,
    name: createNamedThings({ search, clock }),
    advise: createSearchAdvice({ search, glossary, clock }),
    home: createHomeService({ search, listings: publicListings, organisations, clock }).home,
    pages,
    listingFiles: createListingFileService({ pages, files, occurrences }),
    viewCounts: createViewCountStore(models, clock, noteViewed),
  };
}

export type BrowseServices = ReturnType<typeof createBrowseServices>;
