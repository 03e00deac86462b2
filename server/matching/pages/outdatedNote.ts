import type { Translate } from '../../i18n/translate.ts';
import { ALGORITHM_VERSION } from '../weights.ts';
import type { CardParts } from './evidenceCard.ts';

/** Says by what an old card was made and by what it would be made now; empty for a card of today. */
export function outdatedNote(
  { match, weights }: Pick<CardParts, 'match' | 'weights'>,
  translate: Translate,
): string {
  const { versions } = match.evidence;
  if (versions.algorithm === ALGORITHM_VERSION && versions.weights === weights) return '';
  const key = match.state === 'suggested' ? 'outdatedWaiting' : 'outdated';
  return translate(`matching:${key}`, {
    algorithm: versions.algorithm,
    weights: versions.weights,
    algorithmNow: ALGORITHM_VERSION,
    weightsNow: weights,
  });
}
