import type { CardReader } from '../listings/listingCard.ts';
import { paths } from '../paths.ts';
import { localPath } from '../web/localPath.ts';
import { browseAddress, chosenFacets, SCOPE_PATHS } from './browseAddress.ts';
import { browseFacets } from './browseFacets.ts';
import type { BrowseShown } from './browsePage.ts';
import { hasConditions, isNarrowed } from './browseQuery.ts';
import { rangeParameters } from './browseRanges.ts';
import { rangeLabels } from './rangeRows.ts';

export interface Advice {
  label: string;
  href: string;
}

/** So much of what was typed goes into a title of a draft. */
const LONGEST_TITLE = 80;

/**
 * Where to go on from an empty list: fewer conditions, other kinds where the words are found, and a demand of one's
 * own that begins with what was typed (D11).
 */
export function emptyAdvice({ scope, query, result }: BrowseShown, { language, translate }: CardReader) {
  const path = SCOPE_PATHS[scope];
  const here = (key: string, changes: Parameters<typeof browseAddress>[2]): Advice => ({
    label: translate(key),
    href: localPath(language, browseAddress(path, query, changes)),
  });
  const isLimited = hasConditions(query);
  const elsewhere = Object.values(result.kinds ?? {}).reduce((sum, count) => sum + count, 0);
  const suggestions = [
    ...(isLimited && query.text !== '' ? [here('browse:empty.dropFacets', { facets: {}, ranges: {} })] : []),
    ...(query.text !== '' && isLimited ? [here('browse:empty.dropWords', { text: '' })] : []),
    ...(scope !== 'all' && elsewhere > 0
      ? [
          {
            label: translate('browse:empty.otherKinds', { count: elsewhere }),
            href: localPath(language, browseAddress(SCOPE_PATHS.all, query)),
          },
        ]
      : []),
    ...(isNarrowed(query) ? [{ label: translate('browse:empty.all'), href: localPath(language, path) }] : []),
  ];
  return {
    heading: translate(query.text === '' ? 'browse:empty.headingFacets' : 'browse:empty.heading', {
      text: query.text.slice(0, LONGEST_TITLE),
    }),
    suggestions,
    conditions: [
      ...chosenFacets(query).map(({ name, value }) => browseFacets[name].label(value, language)),
      ...rangeLabels(query.ranges, translate),
    ].join(translate('common:and')),
    draftFields: [
      ...(query.text === '' ? [] : [{ name: 'q', value: query.text }]),
      ...chosenFacets(query),
      ...rangeParameters(query.ranges),
    ],
    draftHref: localPath(language, draftAddress(query.text)),
  };
}

/** A new demand with the words as its title. */
export function draftAddress(text: string): string {
  const address = `${paths.myListings}/new/demand`;
  const title = [...text].slice(0, LONGEST_TITLE).join('');
  return title === '' ? address : `${address}?${new URLSearchParams({ title })}`;
}
