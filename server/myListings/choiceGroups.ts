import type { Language } from '../localized.ts';
import { type ShownChoice, shownChoices } from '../web/fields/choices.ts';

interface Entry {
  code: string;
  zh: string;
  en: string;
  parent: string | null;
}

export interface ChoiceGroup {
  label: string;
  /** How many of the group are chosen. */
  count: number;
  choices: ShownChoice[];
}

/** A long list with headings, each heading a part to unfold; those with something chosen come open. */
export function choiceGroups(
  entries: readonly Entry[],
  chosen: readonly string[],
  name: string,
  language: Language,
): ChoiceGroup[] {
  const sections = entries.filter((entry) => entry.parent === null);
  return sections.map((section, index) => {
    const members = [section, ...entries.filter((entry) => entry.parent === section.code)];
    const id = index === 0 ? `field-${name}` : `field-${name}-${section.code}`;
    return {
      label: `${section.code} ${section[language]}`,
      count: members.filter((entry) => chosen.includes(entry.code)).length,
      choices: shownChoices(members, chosen, id, language),
    };
  });
}
