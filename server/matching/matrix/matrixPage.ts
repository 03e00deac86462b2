import type { ListingRecord } from '../../../models/records.ts';
import type { Translate } from '../../i18n/translate.ts';
import { inLanguage, type Language, type LocalizedText } from '../../localized.ts';
import { paths } from '../../paths.ts';
import { localPath } from '../../web/localPath.ts';
import type { MatchCell } from '../matchStore.ts';
import type { MatrixCell, MatrixRow } from './matrixService.ts';

interface MatrixReader {
  language: Language;
  translate: Translate;
  /** The address of a card, for this reader. */
  cardPath: (match: string) => string;
}

const MOST_COLUMNS = 10;

/** A table of scores: own listings down, the best counterparts of this page across, the rest counted. */
export function matrixPage(rows: MatrixRow[], reader: MatrixReader) {
  const columns = bestCounterparts(rows);
  return {
    columns: columns.map((listing) => listingHead(listing, reader)),
    rows: rows.map(({ listing, cells }) => {
      const byCounterpart = new Map(cells.map((cell) => [cell.counterpart._id, cell]));
      const shown = columns.map((column) => matrixCell(byCounterpart.get(column._id), reader));
      const rest = cells.filter(({ counterpart }) => !columns.includes(counterpart));
      return {
        ...listingHead(listing, reader),
        isSilent: listing.visibility === 'silent',
        cells: shown,
        rest: rest.slice(0, MOST_COLUMNS).map((cell) => matrixCell(cell, reader)),
        isEmpty: cells.length === 0,
      };
    }),
  };
}

/** A pair as a row of the exported table; nobody is named in it. */
export function matrixLines(rows: MatrixRow[], { language, translate }: MatrixReader): string[][] {
  return rows.flatMap(({ listing, cells }) =>
    cells.map(({ match, counterpart }) => [
      listing._id,
      titleOf(listing, language).text,
      counterpart._id,
      titleOf(counterpart, language).text,
      String(match.score),
      translate(`matching:state.${match.state}`),
      translate(match.isBlocked ? 'matrix:isClosed' : 'matrix:isOpen'),
      match._id,
    ]),
  );
}

export function matrixColumns({ translate }: Pick<MatrixReader, 'translate'>): string[] {
  const names = [
    'own',
    'ownTitle',
    'counterpart',
    'counterpartTitle',
    'score',
    'state',
    'conditions',
    'card',
  ];
  return names.map((name) => translate(`matrix:column.${name}`));
}

/** Those with the highest scores first; ties in the order of their references. */
function bestCounterparts(rows: MatrixRow[]): ListingRecord[] {
  const best = new Map<string, MatrixCell>();
  for (const cell of rows.flatMap(({ cells }) => cells)) {
    const known = best.get(cell.counterpart._id);
    if (known === undefined || cell.match.score > known.match.score) best.set(cell.counterpart._id, cell);
  }
  return [...best.values()]
    .sort(
      (left, right) => right.match.score - left.match.score || (left.match._id < right.match._id ? -1 : 1),
    )
    .slice(0, MOST_COLUMNS)
    .map(({ counterpart }) => counterpart);
}

function listingHead(listing: ListingRecord, { language }: MatrixReader) {
  return {
    reference: listing._id,
    title: titleOf(listing, language),
    href: localPath(language, paths.listing(listing._id)),
  };
}

function matrixCell(cell: MatrixCell | undefined, reader: MatrixReader) {
  if (cell === undefined) return null;
  const { match, counterpart } = cell;
  const title = titleOf(counterpart, reader.language);
  return {
    score: match.score,
    href: localPath(reader.language, reader.cardPath(match._id)),
    reference: counterpart._id,
    title,
    label: reader.translate('matrix:cell', { title: title.text, notes: notesOf(match, reader.translate) }),
    isBlocked: match.isBlocked,
    isUndecided: match.state === 'suggested',
  };
}

function notesOf({ state, isBlocked }: MatchCell, translate: Translate): string {
  const blocked = isBlocked ? [translate('matrix:isClosed')] : [];
  return [translate(`matching:state.${state}`), ...blocked].join(' · ');
}

function titleOf(listing: ListingRecord, language: Language) {
  return inLanguage(listing.live?.content.title as LocalizedText | undefined, language);
}
