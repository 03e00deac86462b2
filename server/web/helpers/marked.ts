import Handlebars from 'handlebars';
import { markedHtml, type Range } from '../markedHtml.ts';

/** `{{marked text ranges}}`: the text, escaped, with these stretches in `<mark>`. Ranges may overlap. */
export function marked(text: string, ranges: readonly Range[]): Handlebars.SafeString {
  return new Handlebars.SafeString(markedHtml(text, ranges));
}
