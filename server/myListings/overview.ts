import type {
  Content,
  ListingRecord,
  OrganisationRecord,
  PatentRecord,
  Version,
  Visibility,
} from '../../models/records.ts';
import { fieldsOf } from '../catalogue/catalogue.ts';
import { factRows, termRows } from '../listings/listingPageFacts.ts';
import { fileViews } from '../listings/listingPageFiles.ts';
import { patentViews } from '../listings/listingPagePatents.ts';
import { listingSections } from '../listings/listingPageSections.ts';
import { canReadOwner, readableContent } from '../listings/listingVisibility.ts';
import { inLanguage, type LocalizedText } from '../localized.ts';
import { fieldVisibilities } from '../vocabulary/fieldVisibilities.ts';
import { regionLabel } from '../vocabulary/regionPath.ts';
import type { StandingReader } from './listingStanding.ts';

interface Draft {
  listing: ListingRecord;
  version: Version;
  owner: OrganisationRecord;
  patents: PatentRecord[];
}

/** A version as everybody will see it once it is published, and what is kept from everybody. */
export function publicOverview({ listing, version, owner, patents }: Draft, reader: StandingReader) {
  const { language, translate } = reader;
  const published = asPublished(listing, version, owner);
  const { content, withheld } = readableContent(version, published, 'visitor');
  const owners = new Map([[owner._id, owner]]);
  const isNamed = canReadOwner('visitor', published);
  const place = regionLabel(owner.regionPath.at(isNamed ? -1 : 0) ?? '', language, { full: true });
  return {
    title: inLanguage(content.title as LocalizedText | undefined, language),
    summary: inLanguage(content.summary as LocalizedText | undefined, language),
    owner: isNamed ? inLanguage(owner.name, language).text : translate('listings:anonymousOwner'),
    place,
    isSilent: published.visibility === 'silent',
    sections: listingSections(published, content, language),
    facts: factRows(published, content, reader),
    terms: termRows(published, content, reader),
    patents: patentViews((content.patents ?? []) as string[], patents, owners, reader),
    files: fileViews(listing._id, content, reader),
    withheld: [
      ...withheld.map((field) => field.label[language]),
      ...hiddenFiles(version.content, content, reader),
    ],
  };
}

export type PublicOverview = ReturnType<typeof publicOverview>;

function asPublished(listing: ListingRecord, { content }: Version, owner: OrganisationRecord): ListingRecord {
  const visibility =
    (content.visibility as Visibility | undefined) ?? (listing.kind === 'demand' ? 'anonymous' : 'public');
  return { ...listing, visibility, publication: 'published', regionPath: owner.regionPath };
}

/** Files others do not get, by who may have them. */
function hiddenFiles(all: Content, shown: Content, { language, translate }: StandingReader): string[] {
  const names = new Set(((shown.files ?? []) as { fileId: string }[]).map(({ fileId }) => fileId));
  const files = (all.files ?? []) as { fileId: string; name: string; visibility: string }[];
  return files
    .filter(({ fileId }) => !names.has(fileId))
    .map(({ name, visibility }) =>
      translate('listings:hiddenFile', { name, readers: fieldVisibilities.label(visibility, language) }),
    );
}

/** The names of fields for messages that do not stand beside one. */
export function fieldLabel(listing: ListingRecord, name: string, language: 'zh' | 'en'): string {
  const [first = name] = name.split('.');
  return fieldsOf(listing.kind).find((field) => field.name === first)?.label[language] ?? first;
}
