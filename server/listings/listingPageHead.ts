import type { Content } from '../../models/records.ts';
import { shanghaiDate } from '../clock.ts';
import { inLanguage, type LocalizedText } from '../localized.ts';
import { paths } from '../paths.ts';
import { openLicenceStates } from '../vocabulary/openLicenceStates.ts';
import { publicationStates } from '../vocabulary/publicationStates.ts';
import { localPath } from '../web/localPath.ts';
import { type CardReader, kindLabel } from './listingCard.ts';
import { confirmedText, isFresh } from './listingFreshness.ts';
import type { ReadListing } from './listingPageService.ts';

/** What stands above the columns of a listing: what it is, how it stands, how fresh it is. */
export function listingHead(read: ReadListing, content: Content, reader: CardReader) {
  const { listing } = read;
  const { language, translate, today } = reader;
  const given = inLanguage(content.title as LocalizedText | undefined, language);
  const name = given.text === '' ? { text: translate('listing:untitled'), language } : given;
  const summary = inLanguage(content.summary as LocalizedText | undefined, language);
  return {
    name,
    pageTitle: name.text,
    description: summary.text,
    summary,
    isFallback: name.language !== language,
    kind: listing.kind,
    kindLabel: kindLabel(listing, reader),
    reference: listing._id,
    trail: trail(read, reader),
    badges: badges(read, reader),
    notice: notice(read, reader),
    freshness: confirmedText(listing.confirmedAt, today, translate),
    isFresh: isFresh(listing.confirmedAt, today),
    publishedOn: listing.publishedAt === null ? '' : shanghaiDate(listing.publishedAt),
    validUntil: listing.publication === 'published' ? (listing.validUntil ?? '') : '',
  };
}

function trail({ listing }: ReadListing, { language, translate }: CardReader) {
  const sections = {
    achievement: [paths.achievements, 'common:achievements'],
    patent: [paths.patents, 'common:patents'],
    'open-licence': [paths.openLicences, 'common:openLicences'],
    demand: [paths.demands, 'common:demands'],
  } as const;
  const [path, key] = sections[listing.kind];
  return [
    { href: localPath(language, paths.home), label: translate('common:home') },
    { href: localPath(language, path), label: translate(key) },
  ];
}

function badges({ listing }: ReadListing, { language }: CardReader) {
  const publicationTones: Record<string, string> = {
    concluded: 'agreed',
    expired: 'waiting',
    suspended: 'refused',
  };
  const offerTones: Record<string, string> = {
    announced: 'agreed',
    withdrawing: 'waiting',
    refused: 'refused',
  };
  const { publication, offer } = listing;
  return [
    ...(publication === 'published'
      ? []
      : [
          {
            tone: publicationTones[publication] ?? 'neutral',
            label: publicationStates.label(publication, language),
          },
        ]),
    ...(offer === null
      ? []
      : [
          {
            tone: offerTones[offer.state] ?? 'neutral',
            label: openLicenceStates.label(offer.state, language),
          },
        ]),
  ];
}

/** What a reader has to know before reading on; null when there is nothing. */
function notice({ listing, reader }: ReadListing, { translate }: CardReader) {
  const isInside = reader === 'owner' || reader === 'office';
  const said = (kind: string, key: string) => ({
    kind,
    heading: translate(`listing:notices.${key}.heading`),
    text: translate(`listing:notices.${key}.text`),
  });
  if (listing.publication === 'expired') return said('warning', 'expired');
  if (listing.publication === 'concluded') return said('information', 'concluded');
  if (!isInside) return null;
  if (listing.publication !== 'published') return said('information', 'preview');
  if (listing.visibility === 'silent') return said('information', 'silent');
  return listing.visibility === 'anonymous' ? said('information', 'anonymous') : null;
}
