import { inLanguage, type LocalizedText } from '../../localized.ts';
import type { MatchSide } from '../match.ts';
import { MOST_LIVE, MOST_NEAR, type StockFinding, type StockPair } from './stockMatcher.ts';
import { obstacleOf, openingOf, type Speaker, strongestReasons } from './stockReasons.ts';
import type { StockRow } from './stockRow.ts';

export type StockResult = 'match' | 'near' | 'gap' | 'problem';

/** The columns of the table; the first says which line of the file a row is about. */
export function stockColumns({ translate }: Speaker): string[] {
  const numbered = (names: string[], group: string, most: number) =>
    Array.from({ length: most }, (_, index) =>
      names.map((name) =>
        translate(`stock:column.${group}`, { number: index + 1, what: translate(`stock:column.${name}`) }),
      ),
    ).flat();
  return [
    ...['line', 'title', 'result'].map((name) => translate(`stock:column.${name}`)),
    ...numbered(['reference', 'listing', 'score', 'why'], 'live', MOST_LIVE),
    ...numbered(['reference', 'listing', 'score', 'obstacle', 'opening'], 'near', MOST_NEAR),
    translate('stock:column.note'),
  ];
}

/** What is to be said of a row: `found` is null where it could not be read. */
export function stockResult(found: StockFinding | null): StockResult {
  if (found === null) return 'problem';
  if (found.live.length > 0) return 'match';
  return found.near.length > 0 ? 'near' : 'gap';
}

/** One row of the table. Nobody is named: listings stand by reference and title. */
export function stockCells(
  { line, title, issues }: StockRow,
  found: StockFinding | null,
  { side, ...speaker }: Speaker & { side: MatchSide },
): string[] {
  const { translate } = speaker;
  const result = stockResult(found);
  const notes = [
    ...(result === 'gap' ? [translate(`stock:gap.${side}`)] : []),
    ...issues.map(({ field, message, values }) => {
      const words = translate(message, values);
      return field === '' ? words : translate('stock:issue', { field, words });
    }),
  ];
  return [
    String(line),
    title.slice(0, 200),
    translate(`stock:result.${result}`),
    ...padded(found?.live ?? [], MOST_LIVE, 4, (pair) => [
      ...listingCells(pair, speaker),
      strongestReasons(pair, speaker).join(' '),
    ]),
    ...padded(found?.near ?? [], MOST_NEAR, 5, (pair) => [
      ...listingCells(pair, speaker),
      obstacleOf(pair, speaker),
      openingOf(pair, speaker),
    ]),
    notes.join(' '),
  ].map((cell) => cell.replaceAll(/\s+/g, ' '));
}

function listingCells({ listing, evidence }: StockPair, { language }: Speaker): string[] {
  const title = inLanguage(listing.live?.content.title as LocalizedText | undefined, language);
  return [listing._id, title.text, String(evidence.score)];
}

function padded(pairs: StockPair[], most: number, width: number, cells: (pair: StockPair) => string[]) {
  const empty = Array.from({ length: (most - pairs.length) * width }, () => '');
  return [...pairs.flatMap(cells), ...empty];
}
