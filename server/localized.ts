/** The two languages of the marketplace; `zh` is written first and shown without a prefix. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text that exists in at least one of the two languages. */
export interface LocalizedText {
  zh?: string;
  en?: string;
}

/**
 * The text to show a reader of `language`, with the language it is really in,
 * so that a fallback can be marked with `lang`. Empty when there is no text at all.
 */
export function inLanguage(
  text: LocalizedText | null | undefined,
  language: Language,
): { text: string; language: Language } {
  const other = language === 'zh' ? 'en' : 'zh';
  if (text?.[language]) return { text: text[language], language };
  return { text: text?.[other] ?? '', language: text?.[other] ? other : language };
}
