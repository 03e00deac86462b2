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
  const known = new Map<string, string>();
  return (key, values = {}) => {
    const { count } = values;
    const form = typeof count === 'number' ? `${key} ${count === 0 ? 'zero' : plurals.select(count)}` : key;
    const text = known.get(form) ?? String(lookUp(key, { ...values, skipInterpolation: true }));
    known.set(form, text);
    if (!text.includes('{{')) return text;
    return instance.services.interpolator.interpolate(text, values, locale, {});
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
