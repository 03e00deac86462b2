import type { SearchIndex } from '../../search/searchIndex.ts';
import type { PublicListings } from '../browse/publicListings.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import type { Stores } from '../stores.ts';
import { createGlossaryPreview } from './glossaryPreview.ts';
import { createGlossaryService } from './glossaryService.ts';
import type { OfficeGlossary } from './officeGlossary.ts';

interface Parts {
  stores: Pick<Stores, 'glossary'>;
  recorder: ChangeRecorder;
  search: SearchIndex;
  publicListings: PublicListings;
  officeGlossary: OfficeGlossary;
}

/** The desk of the glossary: entries and their preview. */
export function createGlossaryServices({ stores, recorder, search, publicListings, officeGlossary }: Parts) {
  return {
    service: createGlossaryService({ store: stores.glossary, recorder, refresh: officeGlossary.refresh }),
    preview: createGlossaryPreview({ store: stores.glossary, search, publicListings }),
    office: officeGlossary,
  };
}
