import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInstance, type i18n } from 'i18next';
import type { MessageValues } from '../errors.ts';
import type { Language } from '../localized.ts';
import { ruleMessages } from '../patents/ruleMessages.ts';

/** A text of the interface by its key `area:key`, with values put in. */
export type Translate = (key: string, values?: MessageValues) => string;

/** The locale each language of the interface is written in, which is also its `lang`. */
export const LOCALES = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Language, string>;

const DIRECTORY = join(import.meta.dirname, 'locales');

/**
 * Reads all texts of the interface. With `strict`, a key or a value that is missing throws; without it
 * (in production) the key is shown, because a page with one odd word serves better than no page.
 */
export function createTranslator({ strict, directory = DIRECTORY }: { strict: boolean; directory?: string }) {
  const refuse = (problem: string): void => {
    if (strict) throw new Error(problem);
  };
  const instance = createInstance();
  void instance.init({
    lng: LOCALES.zh,
    fallbackLng: false,
    initAsync: false,
    ns: [...areas(join(directory, LOCALES.zh)), 'rules'],
    resources: { [LOCALES.zh]: readLocale(directory, 'zh'), [LOCALES.en]: readLocale(directory, 'en') },
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key: string) => {
      refuse(`There is no text ${key}`);
      return key;
    },
    missingInterpolationHandler: (text: string, [, name]: string[]) => {
      refuse(`The text "${text}" needs the value ${name}`);
      return '';
    },
  });
  const translators = { zh: fixed(instance, LOCALES.zh), en: fixed(instance, LOCALES.en) };
  return (language: Language): Translate => translators[language];
}

export type TranslatorOf = ReturnType<typeof createTranslator>;

/** Looking a text up costs more than filling it in, so that is done once for each text and plural form. */
function fixed(instance: i18n, locale: string): Translate {
  const lookUp = instance.getFixedT(locale);
  const plurals = new Intl.PluralRules(locale);
  const known = new Map<string, Pattern>();
  return (key, values = {}) => {
    const { count } = values;
    const form = typeof count === 'number' ? `${key} ${count === 0 ? 'zero' : plurals.select(count)}` : key;
    const pattern = known.get(form) ?? patternOf(String(lookUp(key, { ...values, skipInterpolation: true })));
    known.set(form, pattern);
    const { text, names, between } = pattern;
    if (names.length === 0) return text;
    let filled = between[0] ?? '';
    for (const [at, name] of names.entries()) {
      const value = values[name];
      // Something is missing, or the text asks for more than a value: that is for i18next to say.
      if (value === undefined) return instance.services.interpolator.interpolate(text, values, locale, {});
      filled += value + (between[at + 1] ?? '');
    }
    return filled;
  };
}

/** A text cut at its values. */
interface Pattern {
  text: string;
  names: string[];
  between: string[];
}

function patternOf(text: string): Pattern {
  const parts = text.split(/\{\{(.*?)\}\}/);
  return {
    text,
    names: parts.filter((_, at) => at % 2 === 1).map((name) => name.trim()),
    between: parts.filter((_, at) => at % 2 === 0),
  };
}

/** What the rules of law say stands with the rules, so that sentence and source are kept together. */
function ruleTexts(language: Language): Record<string, string> {
  return Object.fromEntries(ruleMessages.entries.map((entry) => [entry.code, entry[language]]));
}

function areas(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name, '.json'));
}

function readLocale(directory: string, language: Language): Record<string, Record<string, unknown>> {
  const folder = join(directory, LOCALES[language]);
  const written = areas(folder).map((area) => [
    area,
    JSON.parse(readFileSync(join(folder, `${area}.json`), 'utf8')),
  ]);
  return { ...Object.fromEntries(written), rules: ruleTexts(language) };
}
