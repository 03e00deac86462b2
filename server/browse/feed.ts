import { LOCALES } from '../i18n/translate.ts';
import { inLanguage, type Language, type LocalizedText } from '../localized.ts';
import { paths } from '../paths.ts';
import { localPath } from '../web/localPath.ts';
import { escapeXml } from './escapeXml.ts';
import type { PublicListing } from './publicListings.ts';

interface FeedFrame {
  language: Language;
  baseUrl: string;
  title: string;
  /** The address of the feed itself and of the page it follows, without language. */
  selfPath: string;
  pagePath: string;
  now: Date;
}

/** An Atom feed (RFC 4287) of the newest listings of a query: what every visitor may read of them and no more. */
export function atomFeed(items: PublicListing[], frame: FeedFrame): string {
  const { language, baseUrl } = frame;
  const address = (path: string) => escapeXml(baseUrl + localPath(language, path));
  const updated = items.map(changedAt).reduce((latest, at) => (at > latest ? at : latest), new Date(0));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${LOCALES[language]}">`,
    `<id>${address(frame.selfPath)}</id>`,
    `<title>${escapeXml(frame.title)}</title>`,
    `<updated>${(items.length === 0 ? frame.now : updated).toISOString()}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${address(frame.selfPath)}"/>`,
    `<link rel="alternate" type="text/html" href="${address(frame.pagePath)}"/>`,
    ...items.map((item) => entry(item, frame)),
    '</feed>',
    '',
  ].join('\n');
}

function entry(item: PublicListing, { language, baseUrl }: FeedFrame): string {
  const { listing, owner } = item;
  const title = inLanguage(listing.live.content.title as LocalizedText, language);
  const summary = inLanguage(listing.live.content.summary as LocalizedText, language);
  const address = escapeXml(baseUrl + localPath(language, paths.listing(listing._id)));
  const author =
    owner === null ? '' : `<author><name>${escapeXml(inLanguage(owner.name, language).text)}</name></author>`;
  return [
    `<entry xml:lang="${LOCALES[title.language]}">`,
    `<id>${escapeXml(baseUrl + paths.listing(listing._id))}</id>`,
    `<title>${escapeXml(title.text)}</title>`,
    `<link rel="alternate" type="text/html" href="${address}"/>`,
    `<published>${(listing.publishedAt ?? listing.createdAt).toISOString()}</published>`,
    `<updated>${changedAt(item).toISOString()}</updated>`,
    author || '<author><name>Dual Helix</name></author>',
    `<category term="${listing.kind}"/>`,
    `<summary>${escapeXml(summary.text)}</summary>`,
    '</entry>',
  ].join('\n');
}

/** When what is public of a listing last changed: published anew, or a new version live. */
function changedAt({ listing }: PublicListing): Date {
  const published = listing.publishedAt ?? listing.createdAt;
  return listing.live.savedAt > published ? listing.live.savedAt : published;
}
