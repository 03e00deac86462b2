import { paths } from '../paths.ts';
import type { Frame } from '../web/frame.ts';
import { localPath } from '../web/localPath.ts';
import type { PreviewRow } from './glossaryPreview.ts';
import type { GlossaryEntryRecord, GlossaryNames } from './glossaryStore.ts';

type Reader = Pick<Frame, 'language' | 'translate'>;

export const NEW_ENTRY = { revision: 0, zh: [] as string[], en: [] as string[] };

const SEPARATOR = { zh: '，', en: ', ' };

export function glossaryRow(entry: GlossaryEntryRecord, { language }: Reader) {
  return {
    href: localPath(language, paths.deskGlossaryEntry(entry._id)),
    heading: entry.zh[0] ?? entry.en[0] ?? '',
    zh: entry.zh.join(SEPARATOR.zh),
    en: entry.en.join(SEPARATOR.en),
    version: entry.versions.at(-1)?.number ?? 1,
    updatedAt: entry.updatedAt,
  };
}

export function listTabs(state: 'active' | 'retired', { language, translate }: Reader) {
  return (['active', 'retired'] as const).map((target) => ({
    href: localPath(
      language,
      target === 'active' ? paths.deskGlossary : `${paths.deskGlossary}?state=${target}`,
    ),
    label: translate(`glossary:state.${target}`),
    isCurrent: target === state,
    count: null,
  }));
}

/** The boxes of the form as they are filled before anybody types. */
export function storedForm({ zh, en, revision }: GlossaryNames & { revision: number }, queries: string[]) {
  return { zh: zh.join('\n'), en: en.join('\n'), revision: String(revision), queries: queries.join('\n') };
}

interface Shown {
  entry: GlossaryEntryRecord | null;
  allowed: readonly string[];
  preview: PreviewRow[] | null;
  action: string;
}

/** One entry: its form as far as it may be changed, its versions, and what a change would do. */
export function entryPage({ entry, allowed, preview, action }: Shown, { language, translate }: Reader) {
  return {
    heading: entry === null ? translate('glossary:newHeading') : (entry.zh[0] ?? entry.en[0] ?? ''),
    action,
    id: entry?._id ?? '',
    revision: entry?.revision ?? 0,
    zh: entry?.zh.join(SEPARATOR.zh) ?? '',
    en: entry?.en.join(SEPARATOR.en) ?? '',
    canEdit: allowed.includes('edit'),
    canRetire: allowed.includes('retire'),
    canRestore: allowed.includes('restore'),
    isRetired: entry?.state === 'retired',
    preview:
      preview?.map((row) => ({
        ...row,
        gained: row.gained.map(({ reference, title }) => ({
          title,
          href: localPath(language, paths.listing(reference)),
        })),
      })) ?? null,
    versions: (entry?.versions ?? []).toReversed().map(({ number, at, zh, en }) => ({
      number,
      at,
      zh: zh.join(SEPARATOR.zh),
      en: en.join(SEPARATOR.en),
    })),
  };
}
