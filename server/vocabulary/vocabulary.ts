import type { Language } from '../localized.ts';

/** One code of a vocabulary with its name in both languages. */
export interface VocabularyEntry {
  code: string;
  zh: string;
  en: string;
}

/**
 * A closed list of codes: the stored value is the code, people see the label.
 * `label` of an unknown code is the code itself, so that old data stay readable.
 */
export function defineVocabulary<const Entry extends VocabularyEntry>(
  name: string,
  entries: readonly Entry[],
) {
  const byCode = new Map<string, Entry>(entries.map((entry) => [entry.code, entry]));
  return {
    name,
    entries,
    codes: entries.map((entry) => entry.code) as Entry['code'][],
    has: (code: string): code is Entry['code'] => byCode.has(code),
    find: (code: string): Entry | null => byCode.get(code) ?? null,
    label: (code: string, language: Language): string => byCode.get(code)?.[language] ?? code,
  };
}

export type Vocabulary = Pick<
  ReturnType<typeof defineVocabulary>,
  'name' | 'entries' | 'codes' | 'has' | 'label'
>;
