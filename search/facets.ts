import type { Content, ListingRecord, OrganisationRecord } from '../models/records.ts';
import { ipcLevels } from '../server/patents/ipcSymbol.ts';
import { industries } from '../server/vocabulary/industries.ts';

/** The facets a search can be narrowed by, in the order a page shows them. */
export const FACETS = [
  'field',
  'industry',
  'ipc',
  'trl',
  'cooperation',
  'price',
  'licence',
  'region',
  'organisation-kind',
] as const;

export type FacetName = (typeof FACETS)[number];

type Facets = Record<string, string[]>;

/** Facet codes of a listing; hierarchies list every level. Without an owner nothing below the province is told. */
export function facetsOf(
  listing: ListingRecord,
  content: Content,
  owner: Pick<OrganisationRecord, 'kind' | '_id'> | null,
): Facets {
  const isAnonymous = owner === null;
  const facets: Facets = {
    kind: [listing.kind],
    field: list(content.field),
    industry: list(content.industry).flatMap(industryLevels),
    ipc: ipcLevels(list(content.ipc)),
    trl: list(content.maturity ?? content.minimumMaturity),
    cooperation: listing.kind === 'open-licence' ? ['licence-ordinary'] : list(content.cooperation),
    price: priceForm(content),
    licence: listing.offer === null ? [] : [listing.offer.state],
    region: isAnonymous ? listing.regionPath.slice(0, 1) : listing.regionPath,
    'organisation-kind': isAnonymous ? [] : [owner.kind],
    organisation: isAnonymous ? [] : [owner._id],
  };
  return Object.fromEntries(Object.entries(facets).map(([name, codes]) => [name, [...new Set(codes)]]));
}

function list(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function industryLevels(code: string): string[] {
  const parent = industries.find(code)?.parent;
  return parent ? [parent, code] : [code];
}

function priceForm({ priceForm: form, paymentMode }: Content): string[] {
  if (typeof form === 'string') return [form];
  if (paymentMode === 'running-royalty') return ['royalty'];
  if (paymentMode === 'lump-sum' || paymentMode === 'instalments') return ['fixed'];
  return list(paymentMode);
}
