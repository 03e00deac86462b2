import type { OrganisationRecord } from '../../models/records.ts';
import { inLanguage, type LocalizedText } from '../localized.ts';
import { newId } from '../newId.ts';

type Unit = OrganisationRecord['units'][number];

const MOST_UNITS = 200;

/** Units as lines of one box: Chinese name, a bar, English name; either may be missing. */
export function writeUnitLines(units: readonly Unit[]): string {
  return units.map(({ name }) => [name.zh, name.en].filter(Boolean).join(' | ')).join('\n');
}

/**
 * Reads that box again. A unit keeps its id while one of its names stays; when as many lines as before
 * are left, what remains is taken as renamed in order.
 */
export function readUnitLines(text: string, before: readonly Unit[]): Unit[] {
  const names = text
    .split('\n')
    .map(readLine)
    .filter((name) => name !== null)
    .slice(0, MOST_UNITS);
  const free = [...before];
  const take = (index: number) => (index < 0 ? null : (free.splice(index, 1)[0]?.id ?? null));
  const ids = names.map((name) => take(free.findIndex((unit) => isSame(unit.name, name))));
  const isRenaming = names.length === before.length;
  return names.map((name, index) => ({ id: ids[index] ?? (isRenaming ? take(0) : null) ?? newId(), name }));
}

function readLine(line: string): LocalizedText | null {
  const [first = '', second = ''] = line.split(/[|｜]/).map((part) => part.trim());
  if (second !== '') return first === '' ? { en: second } : { zh: first, en: second };
  if (first === '') return null;
  return /\p{Script=Han}/u.test(first) ? { zh: first } : { en: first };
}

function isSame(one: LocalizedText, other: LocalizedText): boolean {
  return (['zh', 'en'] as const).some(
    (language) => one[language] !== undefined && one[language] === other[language],
  );
}

/** The units of an organisation in a language, for pages. */
export function unitNames(units: readonly Unit[], language: 'zh' | 'en'): string[] {
  return units.map(({ name }) => inLanguage(name, language).text);
}
