import { foldText } from '../analysis/foldText.ts';
import { tokenise } from '../analysis/tokenise.ts';
import { type Alternative, phrase } from './alternatives.ts';

/**
 * What a probe's term is looked for as: it may be a term of the analysis already (`weld`, `0.05m`), or words as they
 * are written (`搅拌摩擦焊`, `friction stir welding`). Empty when nothing of it can be looked for.
 */
export function probeAlternatives(text: string): Alternative[] {
  const asTerm = foldText(text).text.trim();
  if (!/[\p{L}\p{N}]/u.test(asTerm)) return [];
  const words = tokenise(text).filter(({ isExtra }) => !isExtra);
  const written = words.length > 0 ? [phrase(words)] : [];
  const isTerm = !/[\s"]/.test(asTerm) && written[0]?.terms.join(' ') !== asTerm;
  return isTerm ? [...written, { terms: [asTerm], isPrefix: false, needle: ` ${asTerm} ` }] : written;
}
