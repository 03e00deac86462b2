/** A sentence and where it stands in its text. */
export interface Sentence {
  text: string;
  start: number;
}

/** Ends of sentences; a full stop within a number or an abbreviation ends none. */
const END = /[。！？；!?;\n]+|\.(?=\s|$)/g;

/** The sentences of a text in order. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    add(sentences, text, start, match.index + match[0].length);
    start = match.index + match[0].length;
  }
  add(sentences, text, start, text.length);
  return sentences;
}

function add(sentences: Sentence[], text: string, start: number, end: number): void {
  const piece = text.slice(start, end);
  if (piece.trim() !== '') sentences.push({ text: piece, start });
}
