import type { CardReader } from '../listings/listingCard.ts';
import { inLanguage } from '../localized.ts';
import { paths } from '../paths.ts';
import { localPath } from '../web/localPath.ts';
import { browseAddress, SCOPE_PATHS } from './browseAddress.ts';
import { browseFacets } from './browseFacets.ts';
import type { BrowseShown } from './browsePage.ts';

/** Where the things lie that the query names, in words, each a link. */
export function namedRows(
  { scope, named }: Pick<BrowseShown, 'scope' | 'named'>,
  { language, translate }: Pick<CardReader, 'language' | 'translate'>,
) {
  return named.map((thing) => {
    if ('organisation' in thing) {
      const name = inLanguage(thing.name, language).text;
      return {
        label: translate('browse:named.organisation', { name }),
        href: localPath(language, paths.organisation(thing.organisation)),
      };
    }
    if ('listing' in thing) {
      const name = inLanguage(thing.title, language).text;
      return {
        label: translate('browse:named.listing', { name }),
        href: localPath(language, paths.listing(thing.listing)),
      };
    }
    const { facet, code, query, count } = thing;
    const name = browseFacets[facet].label(code, language);
    return {
      label: translate('browse:named.value', { facet: translate(`browse:facets.${facet}`), name, count }),
      href: localPath(language, browseAddress(SCOPE_PATHS[scope], query)),
    };
  });
}
