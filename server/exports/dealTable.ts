import { shanghaiDate } from '../clock.ts';
import { type DealParts, type DealReader, dealRow } from '../deals/dealPage.ts';
import { sideOf } from '../deals/dealPermissions.ts';

const COLUMNS = [
  'reference',
  'listing',
  'title',
  'kind',
  'side',
  'counterpart',
  'state',
  'next',
  'createdOn',
  'updatedOn',
] as const;

type Column = (typeof COLUMNS)[number];

/** The columns of a table of own deals. */
export function dealColumns({ translate }: Pick<DealReader, 'translate'>): string[] {
  return COLUMNS.map((name) => translate(`exports:deals.${name}`));
}

/** An own deal as a row; who has not disclosed itself is not named here either. */
export function dealCells(parts: DealParts, reader: DealReader): string[] {
  const row = dealRow(parts, reader);
  const side = sideOf(reader.viewer, parts.deal);
  const cells: Record<Column, string> = {
    reference: row.reference,
    listing: parts.deal.listing,
    title: row.title.text,
    kind: row.kind,
    side: side === null ? '' : reader.translate(`deals:side.${side}`),
    counterpart: row.counterpart.text,
    state: row.state.label,
    next: row.due,
    createdOn: shanghaiDate(parts.deal.createdAt),
    updatedOn: shanghaiDate(parts.deal.updatedAt),
  };
  return COLUMNS.map((name) => cells[name]);
}
