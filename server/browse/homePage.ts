import { groupedNumber } from '../groupedNumber.ts';
import { type CardReader, listingCard } from '../listings/listingCard.ts';
import { paths } from '../paths.ts';
import { technologyFields } from '../vocabulary/technologyFields.ts';
import { localPath } from '../web/localPath.ts';
import { SCOPE_PATHS } from './browseAddress.ts';
import type { Home, HomeFigures } from './homeService.ts';

/** Everything the home page shows. */
export function homePage({ figures, supplies, demands }: Home, reader: CardReader) {
  return {
    figures: figures === null ? [] : figureList(figures, reader),
    fields: fieldList(figures?.fields ?? null, reader),
    supplies: supplies.map((item) => listingCard(item, reader)),
    demands: demands.map((item) => listingCard(item, reader)),
    isDegraded: figures === null,
  };
}

function figureList(figures: HomeFigures, { language, translate }: CardReader) {
  const figure = (name: string, value: number | null, path: string, unit = '') => ({
    value: value === null ? '–' : groupedNumber(value),
    unit: value === null ? '' : unit,
    label: translate(`home:figures.${name}.label`),
    definition: translate(`home:figures.${name}.definition`),
    href: path === '' ? '' : localPath(language, path),
  });
  return [
    figure('supplies', figures.supplies, SCOPE_PATHS.all),
    figure('demands', figures.demands, SCOPE_PATHS.demand),
    figure('organisations', figures.organisations, ''),
    figure(
      'openLicences',
      figures.openLicences,
      `${SCOPE_PATHS['open-licence']}?licence=announced&licence=withdrawing`,
    ),
    figure('confirmed', figures.confirmedShare, paths.statistics, '%'),
  ];
}

/** Every technology field in the order of its table, with how much there is in it. */
function fieldList(counts: Record<string, number> | null, { language }: CardReader) {
  return technologyFields.codes.map((code) => ({
    label: technologyFields.label(code, language),
    href: localPath(language, `${SCOPE_PATHS.all}?field=${code}`),
    count: counts === null ? '' : String(counts[code] ?? 0),
  }));
}
