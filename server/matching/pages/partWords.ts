import type { Translate } from '../../i18n/translate.ts';
import type { MatchEvidence } from '../evidence/explainMatch.ts';
import { verdictOf } from '../scoring/metricsPart.ts';
import type { PartName } from '../weights.ts';

const GOOD = 0.7;
const FAIR = 0.3;

/** What a bar means, in plain words; for figures each comparison is told. */
export function partWords(name: PartName, { parts, inputs }: MatchEvidence, translate: Translate): string {
  const value = parts[name];
  if (name === 'metrics' && inputs.metrics.length > 0) return metricWords(inputs.metrics, translate);
  if (value === null) return translate('matching:notAsked');
  const band = value >= GOOD ? 'good' : value > FAIR ? 'fair' : 'poor';
  return translate(`matching:band.${name}.${band}`);
}

function metricWords(comparisons: MatchEvidence['inputs']['metrics'], translate: Translate): string {
  return comparisons
    .map((comparison) => {
      const verdict = verdictOf(comparison);
      const { asked, offered } = comparison;
      return translate(`matching:verdict.${verdict}`, {
        indicator: asked.indicator,
        asked: asked.said,
        offered: offered?.said ?? '',
      });
    })
    .join(' ');
}
