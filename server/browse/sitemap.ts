import type { ListingKind, ListingRecord } from '../../models/records.ts';
import { kindOf, LISTING_KINDS } from '../catalogue/catalogue.ts';
import { shanghaiDate } from '../clock.ts';
import type { ListingStore } from '../listings/listingStore.ts';
import { isPublic } from '../listings/listingVisibility.ts';
import { paths } from '../paths.ts';
import { localPath } from '../web/localPath.ts';
import { SCOPE_PATHS } from './browseAddress.ts';
import { escapeXml } from './escapeXml.ts';

const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';
const BATCH = 500;
/** More addresses than this do not fit into one sitemap; each listing has two. */
const MOST_LISTINGS = 25_000;

/** The sitemaps of a site, one for each kind and one for what does not change. */
export function sitemapIndex(baseUrl: string): string {
  const parts = ['pages', ...LISTING_KINDS].map(
    (part) => `<sitemap><loc>${escapeXml(baseUrl)}/sitemaps/${part}.xml</loc></sitemap>`,
  );
  return `${HEAD}<sitemapindex xmlns="${XMLNS}">\n${parts.join('\n')}\n</sitemapindex>\n`;
}

/** The pages that are always there. */
export function pagesSitemap(baseUrl: string): string {
  const { all: _all, ...kinds } = SCOPE_PATHS;
  const addresses = [paths.home, ...Object.values(kinds)].map((path) => urls(baseUrl, path, ''));
  return `${HEAD}<urlset xmlns="${XMLNS}">\n${addresses.join('')}</urlset>\n`;
}

/** Every public listing of a kind in both languages, piece by piece, read from the store in order of reference. */
export async function* listingsSitemap(
  baseUrl: string,
  kind: ListingKind,
  listings: Pick<ListingStore, 'after'>,
): AsyncGenerator<string> {
  yield `${HEAD}<urlset xmlns="${XMLNS}">\n`;
  const prefix = `${kindOf(kind).letter}-`;
  let told = 0;
  for (let after = prefix; told < MOST_LISTINGS; ) {
    const batch = await listings.after(after, BATCH);
    const ofKind = batch.filter((listing) => listing._id.startsWith(prefix));
    const shown = ofKind.filter(isPublic).slice(0, MOST_LISTINGS - told);
    yield shown.map((listing) => urls(baseUrl, paths.listing(listing._id), changedOn(listing))).join('');
    told += shown.length;
    after = ofKind.at(-1)?._id ?? after;
    if (ofKind.length < BATCH) break;
  }
  yield '</urlset>\n';
}

function urls(baseUrl: string, path: string, day: string): string {
  const changed = day === '' ? '' : `<lastmod>${day}</lastmod>`;
  return (['zh', 'en'] as const)
    .map((language) => `<url><loc>${escapeXml(baseUrl + localPath(language, path))}</loc>${changed}</url>\n`)
    .join('');
}

function changedOn({ live, publishedAt, createdAt }: ListingRecord): string {
  const published = publishedAt ?? createdAt;
  return shanghaiDate(live !== null && live.savedAt > published ? live.savedAt : published);
}
