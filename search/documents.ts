import type { Content, ListingRecord, OrganisationRecord, Version } from '../models/records.ts';
import { fieldsOf } from '../server/catalogue/catalogue.ts';
import type { Field } from '../server/catalogue/field.ts';
import type { Money } from '../server/catalogue/inputs/amounts.ts';
import { inputs } from '../server/catalogue/inputs/inputs.ts';
import { canReadField, isPublic } from '../server/listings/listingVisibility.ts';
import type { LocalizedText } from '../server/localized.ts';
import { facetsOf } from './facets.ts';
import type { IndexName, SearchDocument, SearchText } from './searchIndex.ts';

const DAY_MS = 86_400_000;

export type DocumentOwner = Pick<OrganisationRecord, '_id' | 'name' | 'kind' | 'verification'>;

/**
 * The one serialiser from a listing to what an index knows of it; null when the listing does not
 * belong into that index. The public document is built from public fields only and says nothing
 * about the owner of an anonymous demand.
 */
export function searchDocument(
  index: IndexName,
  listing: ListingRecord,
  owner: DocumentOwner,
): SearchDocument | null {
  const version = listing.live;
  const belongs = index === 'public' ? isPublic(listing) : listing.publication === 'published';
  if (!belongs || version === null) return null;
  const isNamed = index === 'matching' || listing.visibility === 'public';
  const fields = fieldsOf(listing.kind).filter((field) => isIndexed(index, field, listing));
  return {
    id: listing._id,
    kind: listing.kind,
    revision: listing.revision,
    texts: [
      ...fields.flatMap((field) => textOf(field, version.content)),
      ...(isNamed ? ownerText(owner) : []),
    ],
    identifiers: [listing._id, ...strings(version.content.patents), ...strings(version.content.ipc)],
    facets: facetsOf(listing, version.content, isNamed ? owner : null),
    numbers: numbersOf(listing, version),
  };
}

function isIndexed(index: IndexName, field: Field, listing: ListingRecord): boolean {
  if (!field.weight) return false;
  return index === 'public' ? canReadField(field, 'visitor', listing) : field.visibility !== 'office';
}

function textOf(field: Field, content: Content): SearchText[] {
  const value = content[field.name];
  if (value === undefined) return [];
  const base = { field: field.name, weight: field.weight ?? 0 };
  if (field.input === 'text' || field.input === 'longText') return [{ ...base, ...(value as LocalizedText) }];
  const lines = inputs[field.input].show(value, field, 'zh').join('\n');
  return lines === '' ? [] : [{ ...base, zh: lines }];
}

function ownerText({ name }: DocumentOwner): SearchText[] {
  return [{ field: 'organisation', weight: 2, ...name }];
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function numbersOf(listing: ListingRecord, { content }: Version): Record<string, number> {
  const price = (content.price ?? content.budget) as Money | undefined;
  const isFree = content.priceForm === 'free' || content.paymentMode === 'free';
  const maturity = Number(content.maturity ?? content.minimumMaturity ?? Number.NaN);
  const entries: [string, number | undefined][] = [
    ['publishedAt', listing.publishedAt?.getTime()],
    ['confirmedAt', listing.confirmedAt?.getTime()],
    ['validUntil', listing.validUntil === null ? undefined : Date.parse(listing.validUntil) / DAY_MS],
    ['price', price?.fen ?? (isFree ? 0 : undefined)],
    ['trl', Number.isNaN(maturity) ? undefined : maturity],
  ];
  return Object.fromEntries(entries.filter((entry): entry is [string, number] => entry[1] !== undefined));
}
