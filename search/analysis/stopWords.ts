import { stem } from './stem.ts';

const ENGLISH =
  'a about above after all also an and any are as at be because been being both but by can could did do does ' +
  'during each etc for from further had has have having he her here him his how i if in into is it its itself ' +
  'may might more most must no nor not of off on once only or other our out over own per same shall she should ' +
  'so some such than that the their them then there these they this those through to too under until up upon ' +
  'use used using very via was we were what when where which while who whom whose why will with within would you your';

const CHINESE =
  '的 了 和 与 或 及 在 是 为 有 对 中 等 以 于 由 将 把 被 从 到 向 也 都 就 而 且 并 但 则 其 之 所 该 此 这 那 个 种 ' +
  '以及 或者 并且 而且 但是 因此 所以 由于 因为 如果 可以 能够 进行 具有 采用 通过 根据 按照 对于 关于 其中 之间 之后 之前 ' +
  '一种 一个 这种 这个 那个 各种 多种 某种 本项 该项 我们 他们 它们 所述 上述 下述 以下 以上 为了 目前 同时 此外 另外 已经 ' +
  '相关 有关 主要 以便 从而 以及 还有 不仅 而是 没有 不是 就是 也是 都是 使得 使用 利用';

/** Bigrams that straddle a function character say no more than the character does. */
const FUNCTION_CHARACTERS = new Set('的了和与或及是为等于由而且并但则之所该这那');

const words = new Set([...ENGLISH.split(' ').flatMap((word) => [word, stem(word)]), ...CHINESE.split(' ')]);

/**
 * Whether a term of `tokenise` says nothing about the subject. For ranking and weighting only: everything
 * is indexed, so that a phrase or a query made of such words alone still finds.
 */
export function isStopWord(term: string): boolean {
  if (words.has(term)) return true;
  if (term.length !== 2) return false;
  return FUNCTION_CHARACTERS.has(term.charAt(0)) || FUNCTION_CHARACTERS.has(term.charAt(1));
}
