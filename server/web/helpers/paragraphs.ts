import Handlebars from 'handlebars';
import { LOCALES } from '../../i18n/translate.ts';
import { frameOf, type HelperOptions } from '../frame.ts';
import type { SpokenText } from './localized.ts';

/** `{{paragraphs description}}`: a text people typed, one `<p>` a line; takes a plain text or one with its language. */
export function paragraphs(given: string | SpokenText, options: HelperOptions): Handlebars.SafeString {
  const { text, language } = typeof given === 'string' ? { text: given, language: null } : given;
  const own = frameOf(options).language;
  const lang = language !== null && language !== own ? ` lang="${LOCALES[language]}"` : '';
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return new Handlebars.SafeString(
    lines.map((line) => `<p${lang}>${Handlebars.escapeExpression(line)}</p>`).join('\n'),
  );
}
