import type { EmbeddingProgress } from '../matching/vectors/embeddingWalk.ts';
import type { Frame } from '../web/frame.ts';

/** How the embedding service is, in a line that ends with an instant; null where none is named. */
export function vectorsRow(
  progress: EmbeddingProgress | undefined,
  { translate }: Pick<Frame, 'translate'>,
): { text: string; at: Date | null; isFailing: boolean } | null {
  if (progress === undefined) return null;
  const { failures: count, failingSince, finishedAt, error } = progress;
  if (count > 0) {
    const text = translate('search:vectorsFailing', { count, error: error ?? '' });
    return { text, at: failingSince, isFailing: true };
  }
  const text = translate(finishedAt === null ? 'search:vectorsBeginning' : 'search:vectorsHealthy');
  return { text, at: finishedAt, isFailing: false };
}
