import type { Translate } from '../../i18n/translate.ts';
import { type MatchEvidence, recomputed } from '../evidence/explainMatch.ts';

/** What computing a card again from its own inputs gives, as a sentence. */
export function recomputedNote(evidence: MatchEvidence, translate: Translate): string {
  const again = recomputed(evidence);
  if (again === null) return translate('matching:recomputedNot');
  const isSame = again.score === evidence.score && again.isBlocked === evidence.isBlocked;
  return translate(isSame ? 'matching:recomputedSame' : 'matching:recomputedOther', { score: again.score });
}
