import type { Content, ListingRecord } from '../../models/records.ts';
import { highlightRanges } from '../../search/query/highlight.ts';
import type { ParsedQuery } from '../../search/query/parseQuery.ts';
import { snippet } from '../../search/query/snippet.ts';
import type { PublicListing } from '../browse/publicListings.ts';
import type { ListingFile } from '../catalogue/inputs/files.ts';
import type { Translate } from '../i18n/translate.ts';
import { inLanguage, type Language, type LocalizedText } from '../localized.ts';
import { isOpen } from '../openLicences/offerWorkflow.ts';
import { paths } from '../paths.ts';
import { cooperationForms } from '../vocabulary/cooperationForms.ts';
import { listingKinds } from '../vocabulary/listingKinds.ts';
import { openLicenceStates } from '../vocabulary/openLicenceStates.ts';
import { regionLabel } from '../vocabulary/regionPath.ts';
import { technologyFields } from '../vocabulary/technologyFields.ts';
import type { SpokenText } from '../web/helpers/localized.ts';
import { localPath } from '../web/localPath.ts';
import { placeholderPicture } from '../web/placeholderPicture.ts';
import { findPassage } from './listingCardPassage.ts';
import { confirmedText } from './listingFreshness.ts';
import { listingPrice } from './listingPrice.ts';
import { readableContent } from './listingVisibility.ts';

/** What every page that shows listings knows of its reader. */
export interface CardReader {
  language: Language;
  translate: Translate;
  /** Today in Asia/Shanghai. */
  today: string;
  /** The address of a file of `views/assets`. */
  assetAddress: (name: string) => string;
  /** What was searched for, to mark it; null when nothing was. */
  query: ParsedQuery | null;
}

const SUMMARY_LENGTH = { zh: 120, en: 260 };

/** A listing as every list shows it: what it is, what it is good for, the facts, whose it is, how fresh it is. */
export function listingCard(item: PublicListing, reader: CardReader) {
  const { listing } = item;
  const { language, translate } = reader;
  const { content } = readableContent(listing.live, listing, 'visitor');
  const title = inLanguage(content.title as LocalizedText, language);
  const summary = inLanguage(content.summary as LocalizedText, language);
  const organisation = ownerOf(item, reader);
  return {
    kind: listing.kind,
    kindLabel: kindLabel(listing, reader),
    reference: listing._id,
    state: offerState(listing, language),
    href: localPath(language, paths.listing(listing._id)),
    picture: pictureOf(listing, content, reader),
    title: marked(title, reader.query),
    summary: shortened(summary, reader),
    passage:
      reader.query &&
      findPassage(item, [title.text, summary.text, organisation.name.text], reader.query, language),
    facts: factsOf(listing, content, reader),
    organisation,
    freshness: confirmedText(listing.confirmedAt, reader.today, translate),
  };
}

export type ListingCard = ReturnType<typeof listingCard>;

const ENDED_OFFERS = ['withdrawn', 'ended'];

/** The kind in words. Nothing is called an open licence but what stands announced (Patent Law art. 50). */
export function kindLabel(
  { kind, offer }: ListingRecord,
  { language, translate }: Pick<CardReader, 'language' | 'translate'>,
): string {
  if (kind !== 'open-licence' || isOpen(offer)) return listingKinds.label(kind, language);
  const isOver = offer !== null && ENDED_OFFERS.includes(offer.state);
  return translate(isOver ? 'listing:formerOpenLicence' : 'listing:plannedOpenLicence');
}

function offerState({ kind, offer }: ListingRecord, language: Language) {
  if (kind !== 'open-licence' || offer === null) return null;
  const tones: Record<string, string> = { announced: 'agreed', withdrawing: 'waiting', filed: 'waiting' };
  return { tone: tones[offer.state] ?? 'neutral', label: openLicenceStates.label(offer.state, language) };
}

/** The first picture everybody may see, or a drawing for the field. */
function pictureOf(
  listing: ListingRecord,
  content: Content,
  { language, translate, assetAddress }: CardReader,
) {
  const files = (content.files ?? []) as ListingFile[];
  const picture = files.find((file) => file.visibility === 'public' && file.mediaType.startsWith('image/'));
  const field = String(content.field ?? '');
  if (picture) return { address: `${paths.listing(listing._id)}/files/${picture.fileId}`, description: '' };
  return {
    address: assetAddress(placeholderPicture(field)),
    description: translate('common:placeholderPicture', { field: technologyFields.label(field, language) }),
  };
}

function factsOf(listing: ListingRecord, content: Content, reader: CardReader) {
  const { language, translate } = reader;
  const cooperation = ((content.cooperation ?? []) as string[]).map((code) =>
    cooperationForms.label(code, language),
  );
  const level = content.maturity ?? content.minimumMaturity;
  const isDemand = listing.kind === 'demand';
  const facts: [key: string, value: string][] = [
    ['field', technologyFields.label(String(content.field ?? ''), language)],
    [isDemand ? 'maturityAccepted' : 'maturity', level === undefined ? '' : `TRL ${level}`],
    ['cooperation', cooperation.join(translate('common:and'))],
    [isDemand ? 'budget' : 'price', listingPrice(listing.kind, content, reader)],
    ['region', placeOf(listing, language)],
    ['deadline', isDemand && typeof content.deadline === 'string' ? content.deadline : ''],
  ];
  return facts
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ({ label: translate(`listing:facts.${key}`), value }));
}

/** The city, or only the province where a place would tell too much. */
export function placeOf({ visibility, regionPath }: ListingRecord, language: Language): string {
  const path = visibility === 'public' ? regionPath.slice(0, 2) : regionPath.slice(0, 1);
  return regionLabel(path.at(-1) ?? '', language, { full: true });
}

function ownerOf({ owner }: PublicListing, { language, translate, query }: CardReader) {
  if (owner === null)
    return { name: { text: translate('listing:anonymousOwner'), language }, href: '', verified: '' };
  return {
    name: marked(inLanguage(owner.name, language), query),
    href: localPath(language, paths.organisation(owner._id)),
    verified: owner.verification === 'verified' ? translate('listing:verified') : '',
  };
}

function marked(spoken: SpokenText, query: ParsedQuery | null): SpokenText {
  return query === null ? spoken : { ...spoken, ranges: highlightRanges(spoken.text, query) };
}

function shortened(spoken: SpokenText, { language, query }: CardReader): SpokenText {
  const nothing: ParsedQuery = { clauses: [], without: [], joints: [] };
  return { ...spoken, ...snippet(spoken.text, query ?? nothing, SUMMARY_LENGTH[language]) };
}
