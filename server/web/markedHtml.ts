import Handlebars from 'handlebars';

/** From (with) and to (without), counted in UTF-16 units of the text. */
export type Range = readonly [from: number, to: number];

/** A text, escaped, with these stretches in `<mark>`; ranges may overlap and come in any order. */
export function markedHtml(text: string, ranges: readonly Range[]): string {
  let html = '';
  let at = 0;
  for (const [from, to] of [...ranges].sort((left, right) => left[0] - right[0])) {
    const start = Math.max(from, at);
    if (to <= start || start >= text.length) continue;
    html += Handlebars.escapeExpression(text.slice(at, start));
    html += `<mark>${Handlebars.escapeExpression(text.slice(start, to))}</mark>`;
    at = to;
  }
  return html + Handlebars.escapeExpression(text.slice(at));
}
