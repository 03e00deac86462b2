import { chosenFacets } from '../browse/browseAddress.ts';
import { browseFacets } from '../browse/browseFacets.ts';
import { rangeLabels } from '../browse/rangeRows.ts';
import type { Frame } from '../web/frame.ts';
import { localPath } from '../web/localPath.ts';
import { RHYTHMS, rhythms } from './rhythms.ts';
import { searchFeed, searchPath } from './savedSearchAddress.ts';
import type { SavedSearchRecord } from './savedSearchStore.ts';

type Reader = Pick<Frame, 'language' | 'translate'>;
type Searched = Pick<SavedSearchRecord, 'scope' | 'text' | 'facets' | 'ranges'>;

const LONGEST_NAME = 80;

/** A row of `/my/searches`. */
export function savedSearchRow(saved: SavedSearchRecord, reader: Reader) {
  const { language } = reader;
  return {
    id: saved._id,
    name: saved.name,
    conditions: conditionsOf(saved, reader),
    rhythm: rhythms.label(saved.rhythm, language),
    createdAt: saved.createdAt,
    href: localPath(language, searchPath(saved)),
    feedHref: localPath(language, searchFeed(saved)),
  };
}

/** Kind, words and facets in a line. */
export function conditionsOf(
  { scope, text, facets, ranges = {} }: Searched,
  { language, translate }: Reader,
): string {
  const values = chosenFacets({ facets }).map(({ name, value }) => browseFacets[name].label(value, language));
  const words = text === '' ? [] : [translate('browse:wordsChip', { text: text.slice(0, LONGEST_NAME) })];
  return [translate(`browse:tabs.${scope}`), ...words, ...values, ...rangeLabels(ranges, translate)].join(
    ' · ',
  );
}

/** The name a search has until its person gives it another. */
export function suggestedName(searched: Searched, reader: Reader): string {
  const { text } = searched;
  const name = text === '' ? conditionsOf(searched, reader) : text.replaceAll(/\s+/g, ' ');
  return [...name].slice(0, LONGEST_NAME).join('');
}

export function rhythmOptions({ language }: Reader) {
  return RHYTHMS.map((code) => ({ value: code, label: rhythms.label(code, language) }));
}
