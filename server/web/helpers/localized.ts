import Handlebars from 'handlebars';
import { LOCALES } from '../../i18n/translate.ts';
import type { Language } from '../../localized.ts';
import { frameOf, type HelperOptions } from '../frame.ts';
import { markedHtml, type Range } from '../markedHtml.ts';

/** A text with the language it is really in, from `inLanguage`; `ranges` are words to mark. */
export interface SpokenText {
  text: string;
  language: Language;
  ranges?: readonly Range[];
}

/** `{{localized title}}`: a text of a listing; when it is not in the language of the page, marked with its `lang`. */
export function localized(spoken: SpokenText, options: HelperOptions): Handlebars.SafeString {
  const html = markedHtml(spoken.text, spoken.ranges ?? []);
  if (spoken.language === frameOf(options).language || spoken.text === '')
    return new Handlebars.SafeString(html);
  return new Handlebars.SafeString(`<span lang="${LOCALES[spoken.language]}">${html}</span>`);
}
