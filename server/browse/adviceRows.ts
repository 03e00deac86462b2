import type { CardReader } from '../listings/listingCard.ts';
import { localPath } from '../web/localPath.ts';
import { browseAddress, SCOPE_PATHS } from './browseAddress.ts';
import { browseFacets } from './browseFacets.ts';
import type { BrowseShown } from './browsePage.ts';
import { rangeLabel } from './rangeRows.ts';
import type { SearchAdvice } from './searchAdvice.ts';

/** Each piece of advice in words, with how many results it gives, as a link. */
export function adviceRows(
  { scope, advice }: Pick<BrowseShown, 'scope' | 'advice'>,
  reader: Pick<CardReader, 'language' | 'translate'>,
) {
  return advice.map((one) => ({
    label: labelOf(one, reader),
    href: localPath(reader.language, browseAddress(SCOPE_PATHS[scope], one.query)),
  }));
}

/** What the advice is for: more where there is little, less where there is much. */
export function adviceHeading(
  { advice }: Pick<BrowseShown, 'advice'>,
  { translate }: Pick<CardReader, 'translate'>,
): string {
  const isNarrowing = advice.some(({ change }) => 'add' in change || 'only' in change);
  return translate(isNarrowing ? 'browse:advice.headingMany' : 'browse:advice.heading');
}

function labelOf(
  { change, count }: SearchAdvice,
  { language, translate }: Pick<CardReader, 'language' | 'translate'>,
): string {
  if ('drop' in change) return translate('browse:advice.drop', { word: change.drop, count });
  if ('say' in change)
    return translate('browse:advice.say', { word: change.instead, name: change.say, count });
  if ('add' in change) return translate('browse:advice.add', { word: change.add, count });
  if ('only' in change) {
    const label = browseFacets[change.only].label(change.code, language);
    return translate('browse:advice.only', { label, count });
  }
  const label =
    'range' in change
      ? rangeLabel(change.range, change.bounds, translate)
      : browseFacets[change.facet].label(change.code, language);
  return translate('browse:advice.facet', { label, count });
}
