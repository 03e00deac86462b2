import type { CardReader } from '../listings/listingCard.ts';
import { localPath } from '../web/localPath.ts';
import { browseAddress, chosenFacets, SCOPE_PATHS, type Scope } from './browseAddress.ts';
import { parseBrowseQuery } from './browseQuery.ts';
import { RANGE_PARAMETERS, readRanges } from './browseRanges.ts';
import { rangeFields } from './rangeRows.ts';

/**
 * What a page shows instead of results when a range says nothing: the boxes as they were filled in, each mistake
 * beside its box, and everything else that was chosen kept. Null when the ranges are in order.
 * @throws ApplicationError as `parseBrowseQuery` for whatever else is wrong.
 */
export function rangeMistakePage(
  scope: Scope,
  parameters: Readonly<Record<string, unknown>>,
  { language, translate }: Pick<CardReader, 'language' | 'translate'>,
) {
  const { issues } = readRanges(parameters);
  if (issues.length === 0) return null;
  const others = Object.entries(parameters).filter(([name]) => !RANGE_PARAMETERS.includes(name));
  const query = { ...parseBrowseQuery(Object.fromEntries(others)), page: 1 };
  return {
    heading: translate('browse:ranges.heading'),
    action: localPath(language, SCOPE_PATHS[scope]),
    clearHref: localPath(language, browseAddress(SCOPE_PATHS[scope], query)),
    hidden: [
      ...(query.text === '' ? [] : [{ name: 'q', value: query.text }]),
      ...chosenFacets(query),
      ...(query.sort === null ? [] : [{ name: 'sort', value: query.sort }]),
    ],
    ranges: rangeFields(parameters, issues, translate).map((range) => ({ ...range, isOpen: true })),
    form: {
      isKept: false,
      summary: issues.map(({ field, message }) => ({
        href: `#range-${field}`,
        message: labelled(field, message, translate),
      })),
    },
  };
}

function labelled(field: string, message: string, translate: CardReader['translate']): string {
  const label = translate(`browse:ranges.${field.split('-')[0]}.label`);
  return translate('forms:labelled', { label, message: translate(message) });
}
