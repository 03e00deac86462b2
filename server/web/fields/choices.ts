import type { Language } from '../../localized.ts';

/** One choice of a select, a group of radios or of checkboxes. */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

export interface ShownChoice {
  id: string;
  value: string;
  label: string;
  hint: string;
  isChosen: boolean;
}

type Entry = Choice | { code: string; zh: string; en: string };

/** Choices as given, or the entries of a vocabulary, with those marked that are chosen. */
export function shownChoices(
  entries: readonly Entry[],
  chosen: readonly string[],
  id: string,
  language: Language,
) {
  return entries.map((entry, index): ShownChoice => {
    const choice: Choice = 'code' in entry ? { value: entry.code, label: entry[language] } : entry;
    return {
      id: index === 0 ? id : `${id}-${index + 1}`,
      value: choice.value,
      label: choice.label,
      hint: choice.hint ?? '',
      isChosen: chosen.includes(choice.value),
    };
  });
}
