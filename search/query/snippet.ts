import { highlightRanges, type Range } from './highlight.ts';
import { type ParsedQuery, parseQuery } from './parseQuery.ts';

/** A passage of a text, with an ellipsis where something was left out, and the marked places in it. */
export interface Snippet {
  text: string;
  ranges: Range[];
}

const ELLIPSIS = '…';
/** How far a cut may move to fall between sentences or words. */
const SLACK = 24;

/** The passage of about so many characters that says most of what the query asks for. */
export function snippet(text: string, query: string | ParsedQuery, length: number): Snippet {
  const parsed = typeof query === 'string' ? parseQuery(query) : query;
  const ranges = highlightRanges(text, parsed);
  if (text.length <= length) return { text, ranges };
  const start = startBefore(text, bestStart(text, ranges, length));
  const end = endNear(text, Math.min(text.length, start + length));
  const head = start > 0 ? ELLIPSIS : '';
  const shift = head.length - start;
  return {
    text: head + text.slice(start, end) + (end < text.length ? ELLIPSIS : ''),
    ranges: ranges
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]) => [from + shift, to + shift]),
  };
}

/** Begins a little before the marked place from which a passage holds the most different marked words. */
function bestStart(text: string, ranges: Range[], length: number): number {
  let best = 0;
  let most = 0;
  for (const [start] of ranges) {
    const held = ranges.filter(([from, to]) => from >= start && to <= start + length - SLACK);
    const different = new Set(held.map(([from, to]) => text.slice(from, to)));
    const told = [...different].reduce((total, said) => total + said.length, 0);
    if (told > most) [best, most] = [start, told];
  }
  const lastStart = Math.max(0, text.length - length);
  return Math.min(Math.max(0, best - SLACK), lastStart);
}

function startBefore(text: string, start: number): number {
  if (start === 0) return 0;
  const sentence = /[。！？；.!?;\n]\s*/g;
  const window = text.slice(Math.max(0, start - SLACK), start + SLACK / 2);
  const ends = [...window.matchAll(sentence)].map((match) => match.index + match[0].length);
  const near = ends.at(-1);
  if (near !== undefined && near > 0) return Math.max(0, start - SLACK) + near;
  return onWholeCharacter(text, wordStart(text, start));
}

function wordStart(text: string, start: number): number {
  let at = start;
  while (at > 0 && start - at < SLACK && /[A-Za-z0-9]/.test(text.charAt(at - 1))) at -= 1;
  return at;
}

function endNear(text: string, end: number): number {
  let at = end;
  while (
    at < text.length &&
    at - end < SLACK &&
    /[A-Za-z0-9]/.test(text.charAt(at)) &&
    /[A-Za-z0-9]/.test(text.charAt(at - 1))
  ) {
    at += 1;
  }
  return onWholeCharacter(text, at);
}

function onWholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
