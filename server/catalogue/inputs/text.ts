import { z } from 'zod';
import { inLanguage, LANGUAGES, type LocalizedText } from '../../localized.ts';
import type { Input } from '../field.ts';
import { plainText, typedText } from './formText.ts';

const SHORT = 120;

/** A text in one or both languages. Long texts differ only in their box and their limit. */
export const text: Input = {
  schema: (field) =>
    z
      .strictObject({
        zh: plainText(field.maximum ?? SHORT).optional(),
        en: plainText((field.maximum ?? SHORT) * 3).optional(),
      })
      .refine((value) => Boolean(value.zh || value.en), { error: 'forms:required' }),
  read(body, field) {
    const typed = Object.fromEntries(
      LANGUAGES.map((language) => [language, typedText(body, `${field.name}.${language}`)]).filter(
        ([, value]) => value,
      ),
    );
    return Object.keys(typed).length > 0 ? typed : undefined;
  },
  write(value, field) {
    const stored = (value ?? {}) as LocalizedText;
    return { [`${field.name}.zh`]: stored.zh ?? '', [`${field.name}.en`]: stored.en ?? '' };
  },
  show: (value, _field, language) =>
    inLanguage(value as LocalizedText, language)
      .text.split('\n')
      .filter(Boolean),
};
