import Handlebars from 'handlebars';
import { ICONS } from '../icons.ts';

/** `{{icon 'search'}}`: a drawing of our own set beside a word; hidden from screen readers. */
export function icon(name: string): Handlebars.SafeString {
  const drawing = (ICONS as Record<string, string>)[name];
  if (drawing === undefined) throw new Error(`There is no icon ${name}`);
  return new Handlebars.SafeString(
    `<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">${drawing}</svg>`,
  );
}
