import { paths } from '../paths.ts';
import { publicationStates } from '../vocabulary/publicationStates.ts';
import { regionChildren, regionLabel, regionPath } from '../vocabulary/regionPath.ts';
import type { Frame } from '../web/frame.ts';
import { localPath } from '../web/localPath.ts';
import { type RegionRow, regionName, type StateCounts, sumOf } from './regionTable.ts';

/** The table of `/desk`: regions down, states across, with sums; a region with parts leads to its own table. */
export function deskTable(
  rows: RegionRow[],
  narrowedTo: string | null,
  { language, translate }: Pick<Frame, 'language' | 'translate'>,
) {
  const states = publicationStates.entries.map((entry) => entry.code as keyof StateCounts);
  const hrefOf = (code: string) => localPath(language, `${paths.desk}?region=${code}`);
  return {
    narrowed:
      narrowedTo === null
        ? null
        : {
            name: regionLabel(narrowedTo, language, { full: true }),
            wider: regionPath(narrowedTo)
              .slice(0, -1)
              .map((code) => ({ href: hrefOf(code), label: regionLabel(code, language) })),
          },
    states: publicationStates.entries.map((entry) => entry[language]),
    rows: rows.map((row) => ({
      label: regionName(row, language, translate('statistics:elsewhere')),
      href: row.code !== null && regionChildren(row.code).length > 0 ? hrefOf(row.code) : '',
      counts: states.map((state) => row.states[state]),
      total: sumOf(row.states),
    })),
    sums: states.map((state) => rows.reduce((sum, row) => sum + row.states[state], 0)),
    total: rows.reduce((sum, row) => sum + sumOf(row.states), 0),
  };
}
