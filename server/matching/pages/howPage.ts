import type { Frame } from '../../web/frame.ts';
import quality from '../quality.json' with { type: 'json' };
import { PARTS, type UsedWeights } from '../weights.ts';

const COLLECTIONS = ['zh', 'en', 'cross'] as const;

/** What the page that explains matching needs: the weights that are live, and how good matching was measured to be. */
export function howPage(
  { version, parts }: UsedWeights,
  usesVectors: boolean,
  { translate }: Pick<Frame, 'translate'>,
) {
  return {
    version,
    vectors: translate(usesVectors ? 'matching:how.vectorsOn' : 'matching:how.vectorsOff'),
    bars: PARTS.map((name) => ({
      label: translate(`matching:part.${name}`),
      value: parts[name],
      words: translate(`matching:how.part.${name}`),
    })),
    quality: COLLECTIONS.map((name) => {
      const { supplies, demands, recall10, bm25 } = quality[name];
      return {
        name: translate(`matching:how.collection.${name}`),
        size: translate('matching:how.size', { supplies, demands }),
        ours: percent(recall10),
        plain: percent(bm25.recall10),
      };
    }),
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
