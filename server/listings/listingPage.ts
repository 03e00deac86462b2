import type { Content, OrganisationRecord } from '../../models/records.ts';
import type { PublicListing } from '../browse/publicListings.ts';
import { shanghaiDate } from '../clock.ts';
import { ANSWER_WORKING_DAYS } from '../deals/dealWorkflow.ts';
import type { Translate } from '../i18n/translate.ts';
import { inLanguage } from '../localized.ts';
import { isOpen } from '../openLicences/offerWorkflow.ts';
import { paths } from '../paths.ts';
import { organisationKinds } from '../vocabulary/organisationKinds.ts';
import { regionLabel } from '../vocabulary/regionPath.ts';
import { localPath } from '../web/localPath.ts';
import { type CardReader, listingCard } from './listingCard.ts';
import { bindingContent, factRows, termRows } from './listingPageFacts.ts';
import { fileViews, hiddenFilesText } from './listingPageFiles.ts';
import { listingHead } from './listingPageHead.ts';
import { listingJsonLd } from './listingPageJsonLd.ts';
import { patentViews } from './listingPagePatents.ts';
import { listingSections } from './listingPageSections.ts';
import type { ReadListing } from './listingPageService.ts';

interface Surroundings {
  related: PublicListing[];
  matches: (PublicListing & { score: number; match: string })[];
  baseUrl: string;
}

/** Everything the page of a listing shows one reader. */
export function listingPage(
  read: ReadListing,
  { related, matches, baseUrl }: Surroundings,
  reader: CardReader,
) {
  const { listing, patents, patentOwners } = read;
  const { language } = reader;
  const content = bindingContent(listing, read.content);
  return {
    ...listingHead(read, content, reader),
    ...filesOf(read, content, reader),
    sections: listingSections(listing, content, language),
    withheld: withheldParts(read, reader),
    patents: patentViews((content.patents ?? []) as string[], patents, patentOwners, reader),
    terms: { ...termsHeading(read, reader), rows: termRows(listing, content, reader) },
    facts: factRows(listing, content, reader),
    owner: read.owner && ownerView(read.owner, read, reader),
    ask: askView(read, reader),
    related: related.map((item) => listingCard(item, reader)),
    matches: matches.map((item) => ({ ...listingCard(item, reader), score: item.score })),
    jsonLd: read.reader === 'visitor' ? listingJsonLd(read, { language, baseUrl }) : '',
  };
}

export type ListingPage = ReturnType<typeof listingPage>;

function filesOf({ listing, version, owner }: ReadListing, content: Content, reader: CardReader) {
  const files = fileViews(listing._id, content, reader);
  const attachments = files.filter((file) => !file.isPicture);
  const hiddenFiles = hiddenFilesText(version, content, owner === null, reader);
  return {
    pictures: files.filter((file) => file.isPicture),
    files: attachments,
    hiddenFiles,
    hasFiles: attachments.length > 0 || hiddenFiles !== '',
  };
}

/** Parts that exist and this reader does not get, each with the reason. */
function withheldParts({ withheld }: ReadListing, { language, translate }: CardReader) {
  return withheld.map((field) => ({
    label: field.label[language],
    reason: translate(
      field.visibility === 'signed-in' ? 'listing:withheld.signedIn' : 'listing:withheld.parties',
    ),
    isSignIn: field.visibility === 'signed-in',
  }));
}

function termsHeading({ listing }: ReadListing, { translate }: CardReader) {
  const { kind, offer } = listing;
  if (kind !== 'open-licence') {
    return { heading: translate(kind === 'demand' ? 'listing:conditions' : 'listing:terms'), note: '' };
  }
  if (!isOpen(offer)) {
    const isOver = offer?.state === 'withdrawn' || offer?.state === 'ended';
    return isOver
      ? { heading: translate('listing:formerTerms'), note: translate('listing:formerTermsNote') }
      : { heading: translate('listing:plannedTerms'), note: translate('listing:plannedTermsNote') };
  }
  const { announcedOn, announcementNumber, state } = offer ?? {};
  const values = { date: announcedOn ?? '', number: announcementNumber ?? '' };
  const key = state === 'withdrawing' ? 'listing:withdrawingTermsNote' : 'listing:announcedTermsNote';
  return { heading: translate('listing:announcedTerms'), note: translate(key, values) };
}

function ownerView(owner: OrganisationRecord, { listing }: ReadListing, { language, translate }: CardReader) {
  return {
    name: inLanguage(owner.name, language),
    href: localPath(language, paths.organisation(owner._id)),
    kind: organisationKinds.label(owner.kind, language),
    region: regionLabel(owner.regionPath.at(-1) ?? '', language, { full: true }),
    verified: verifiedText(owner, translate),
    note: listing.visibility === 'public' ? '' : translate('listing:hiddenFromOthers'),
  };
}

function verifiedText({ verification, verifiedAt }: OrganisationRecord, translate: Translate): string {
  if (verification !== 'verified') return '';
  return verifiedAt
    ? translate('listing:verifiedOn', { date: shanghaiDate(verifiedAt) })
    : translate('listing:verified');
}

/** How to get in touch, and within how many days there will be an answer; null where nobody can be asked. */
function askView({ listing, reader }: ReadListing, { translate }: CardReader) {
  if (reader === 'owner')
    return { isOwn: true, button: translate('listing:manage'), heading: '', text: '', promise: '' };
  if (reader === 'office' || listing.publication !== 'published' || listing.visibility === 'silent')
    return null;
  const isLicence = listing.kind === 'open-licence' && isOpen(listing.offer);
  const key = isLicence ? 'openLicence' : listing.kind === 'demand' ? 'demand' : 'supply';
  return {
    isOwn: false,
    heading: translate(`listing:ask.${key}.heading`),
    text: translate(`listing:ask.${key}.text`),
    button: translate(`listing:ask.${key}.button`),
    promise: isLicence ? '' : translate('listing:ask.promise', { count: ANSWER_WORKING_DAYS }),
  };
}
