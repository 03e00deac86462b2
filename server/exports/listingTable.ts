import type { ListingRecord } from '../../models/records.ts';
import { shanghaiDate } from '../clock.ts';
import { kindLabel } from '../listings/listingCard.ts';
import type { LocalizedText } from '../localized.ts';
import { nextStep, type StandingReader } from '../myListings/listingStanding.ts';
import { publicationStates } from '../vocabulary/publicationStates.ts';
import { reviewStates } from '../vocabulary/reviewStates.ts';

const COLUMNS = [
  'reference',
  'kind',
  'titleZh',
  'titleEn',
  'publication',
  'review',
  'next',
  'createdOn',
  'updatedOn',
  'publishedOn',
  'confirmedOn',
  'validUntil',
] as const;

type Column = (typeof COLUMNS)[number];

/** The columns of a table of own listings. */
export function listingColumns({ translate }: Pick<StandingReader, 'translate'>): string[] {
  return COLUMNS.map((name) => translate(`exports:listings.${name}`));
}

/** An own listing as a row: where it stands in words, days in Asia/Shanghai. */
export function listingRow(listing: ListingRecord, reader: StandingReader): string[] {
  const title = (listing.draft ?? listing.live)?.content.title as LocalizedText | undefined;
  const cells: Record<Column, string> = {
    reference: listing._id,
    kind: kindLabel(listing, reader),
    titleZh: title?.zh ?? '',
    titleEn: title?.en ?? '',
    publication: publicationStates.label(listing.publication, reader.language),
    review: reviewStates.label(listing.review, reader.language),
    next: nextStep(listing, reader),
    createdOn: shanghaiDate(listing.createdAt),
    updatedOn: shanghaiDate(listing.updatedAt),
    publishedOn: dayOf(listing.publishedAt),
    confirmedOn: dayOf(listing.confirmedAt),
    validUntil: listing.validUntil ?? '',
  };
  return COLUMNS.map((name) => cells[name]);
}

function dayOf(instant: Date | null): string {
  return instant === null ? '' : shanghaiDate(instant);
}
