import type { Content, ListingRecord, Version } from '../../models/records.ts';
import { hasOfficeRole, type Viewer } from '../accounts/actor.ts';
import { fieldsOf } from '../catalogue/catalogue.ts';
import type { Field, FieldVisibility } from '../catalogue/field.ts';
import type { ListingFile } from '../catalogue/inputs/files.ts';

/** What somebody is to a listing as a reader, from most to least trusted. */
export type Reader = 'office' | 'owner' | 'party' | 'signed-in' | 'visitor';

const READS: Record<Reader, readonly FieldVisibility[]> = {
  office: ['public', 'signed-in', 'parties', 'office'],
  owner: ['public', 'signed-in', 'parties', 'office'],
  party: ['public', 'signed-in', 'parties'],
  'signed-in': ['public', 'signed-in'],
  visitor: ['public'],
};

type Shown = Pick<ListingRecord, 'organisationId' | 'visibility' | 'publication'>;

/** `isParty`: the reader's organisation has a deal about this listing in which the owner disclosed itself. */
export function readerOf(viewer: Viewer, listing: Shown, isParty = false): Reader {
  if (viewer === null) return 'visitor';
  if (viewer.membership?.organisationId === listing.organisationId) return 'owner';
  if (hasOfficeRole(viewer, 'operator', 'supervisor', 'auditor')) return 'office';
  return isParty ? 'party' : 'signed-in';
}

const ONCE_PUBLIC = ['published', 'expired', 'concluded'] as const;

/** Whether somebody may open the page of a listing at all. A silent demand does not exist for others. */
export function canReadListing(reader: Reader, listing: Shown): boolean {
  if (reader === 'office' || reader === 'owner') return true;
  if (listing.visibility === 'silent') return false;
  return (ONCE_PUBLIC as readonly string[]).includes(listing.publication);
}

/** Whether a listing may appear in public lists, feeds and the public index. */
export function isPublic(listing: Shown): boolean {
  return listing.publication === 'published' && listing.visibility !== 'silent';
}

/** Whether the reader may know whose listing it is (anonymous demands hide it until disclosed). */
export function canReadOwner(reader: Reader, listing: Shown): boolean {
  return listing.visibility === 'public' || (reader !== 'visitor' && reader !== 'signed-in');
}

export function canReadField(field: Field, reader: Reader, listing: Shown): boolean {
  const isHidden = field.isRedactedWhenAnonymous && !canReadOwner(reader, listing);
  return !isHidden && READS[reader].includes(field.visibility);
}

/** The part of a version somebody may read, with the names of the fields that are withheld. */
export function readableContent(
  version: Version,
  listing: ListingRecord,
  reader: Reader,
): { content: Content; withheld: Field[] } {
  const content: Content = {};
  const withheld: Field[] = [];
  for (const field of fieldsOf(listing.kind)) {
    const value = version.content[field.name];
    if (value === undefined) continue;
    if (field.input === 'files')
      content[field.name] = readableFiles(value as ListingFile[], field, listing, reader);
    else if (canReadField(field, reader, listing)) content[field.name] = value;
    else if (field.visibility !== 'office') withheld.push(field);
  }
  return { content, withheld };
}

function readableFiles(
  files: ListingFile[],
  field: Field,
  listing: ListingRecord,
  reader: Reader,
): ListingFile[] {
  if (!canReadField(field, reader, listing)) return [];
  return files.filter((file) => READS[reader].includes(file.visibility));
}
