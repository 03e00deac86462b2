import { paths } from '../../paths.ts';
import type { Frame } from '../../web/frame.ts';
import { localPath } from '../../web/localPath.ts';
import { usedWeights } from '../weighing/liveWeights.ts';
import type { Progress } from '../weighing/rematching.ts';
import type { WeightsRecord } from '../weighing/weightsStore.ts';
import { PARTS, type PartWeights } from '../weights.ts';
import { sumOf } from './weightsForms.ts';

type Reader = Pick<Frame, 'language' | 'translate'>;

/** The page on which weights are put live, with these filled in. */
export function putLivePath(parts: PartWeights, { language }: Pick<Reader, 'language'>): string {
  const query = new URLSearchParams(PARTS.map((name) => [name, String(parts[name])]));
  return localPath(language, `${paths.deskMatchingPutLive}?${query}`);
}

/** The seven boxes and what is typed in them. */
export function weightBoxes(typed: Readonly<Record<string, unknown>>, { translate }: Reader) {
  return {
    parts: PARTS.map((name) => ({
      name,
      label: translate(`matching:part.${name}`),
      value: typed[name] ?? '',
    })),
    sum: sumOf(typed),
  };
}

interface Facts {
  record: WeightsRecord | null;
  /** Names of those who put weights live, by account id. */
  names: ReadonlyMap<string, string>;
  canPutLive: boolean;
}

/** Which weights were live when, by whom and why, the latest first; last those that came with the program. */
export function turnRows({ record, names, canPutLive }: Facts, reader: Reader) {
  const live = record?.live ?? 0;
  const row = (number: number, turn: { at: Date | null; who: string; text: string }, isLatest: boolean) => {
    const { version, parts } = usedWeights(number, record);
    return {
      version,
      ...turn,
      parts: weightWords(parts, reader),
      isLive: isLatest,
      again: canPutLive && number !== live ? putLivePath(parts, reader) : '',
    };
  };
  const turns = (record?.turns ?? []).toReversed();
  return [
    ...turns.map(({ number, at, by, text }, index) =>
      row(number, { at, who: names.get(by) ?? by, text }, index === 0),
    ),
    row(0, { at: null, who: '', text: reader.translate('matching:weights.bundled') }, turns.length === 0),
  ];
}

/** How far matching everything anew is, as a sentence; empty when it never had to. */
export function progressWords(
  progress: Progress | null,
  isUntouched: boolean,
  { translate }: Reader,
): string {
  if (progress === null || isUntouched) return '';
  const { done, total, failed, finishedAt } = progress;
  const words = translate(`matching:weights.${finishedAt === null ? 'progress' : 'progressDone'}`, {
    done,
    total: Math.max(done, total),
  });
  return failed.length === 0
    ? words
    : `${words} ${translate('matching:weights.failed', { count: failed.length })}`;
}

function weightWords(parts: PartWeights, { translate }: Reader): string {
  return PARTS.map((name) => `${translate(`matching:part.${name}`)} ${parts[name]}`).join(' · ');
}
