import type { Money } from '../catalogue/inputs/amounts.ts';
import { LOCALES } from '../i18n/translate.ts';
import { inLanguage, type Language, type LocalizedText } from '../localized.ts';
import { paths } from '../paths.ts';
import { localPath } from '../web/localPath.ts';
import type { ReadListing } from './listingPageService.ts';

const CENT = 100;

/**
 * The listing in schema.org terms for search engines, ready to stand in a script element; from what a visitor may
 * read only.
 */
export function listingJsonLd(
  { listing, content, owner }: ReadListing,
  { language, baseUrl }: { language: Language; baseUrl: string },
): string {
  const title = inLanguage(content.title as LocalizedText | undefined, language);
  const isDemand = listing.kind === 'demand';
  const price = content.price as Money | undefined;
  const address = baseUrl + localPath(language, paths.listing(listing._id));
  const described = {
    '@context': 'https://schema.org',
    '@type': isDemand ? 'Demand' : 'Offer',
    '@id': address,
    url: address,
    identifier: listing._id,
    name: title.text,
    inLanguage: LOCALES[title.language],
    description: inLanguage(content.summary as LocalizedText | undefined, language).text,
    ...(listing.validUntil === null ? {} : { validThrough: listing.validUntil }),
    ...(price === undefined ? {} : { price: price.fen / CENT, priceCurrency: price.currency }),
    ...(owner === null
      ? {}
      : { seller: { '@type': 'Organization', name: inLanguage(owner.name, language).text } }),
  };
  return scriptSafe(described);
}

/** JSON that cannot end the script element it stands in. */
function scriptSafe(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
