import type { Content, OrganisationRecord, PatentRecord } from '../../models/records.ts';
import { facetsOf } from '../../search/facets.ts';
import type { PublicListing } from '../browse/publicListings.ts';
import type { ListingFile } from '../catalogue/inputs/files.ts';
import { bindingContent } from '../listings/listingPageFacts.ts';
import { listingFileAddress } from '../listings/listingPageFiles.ts';
import { readableContent } from '../listings/listingVisibility.ts';
import { isOpen } from '../openLicences/offerWorkflow.ts';
import { paths } from '../paths.ts';

/**
 * A listing as programs read it: codes as stored, texts in both languages, and only what every visitor may read.
 * The organisation of an anonymous listing is null, and its place ends at the province.
 */
export function listingResource({ listing, owner }: PublicListing, baseUrl: string) {
  const { content } = readableContent(listing.live, listing, 'visitor');
  const { title, summary } = content;
  return {
    reference: listing._id,
    kind: listing.kind,
    url: baseUrl + paths.listing(listing._id),
    title,
    summary,
    originalLanguage: listing.live.originalLanguage,
    organisation: owner && organisationResource(owner),
    facets: facetsOf(listing, content, owner),
    regionPath: owner === null ? listing.regionPath.slice(0, 1) : listing.regionPath,
    offer: listing.offer && {
      state: listing.offer.state,
      isOpen: isOpen(listing.offer),
      announcementNumber: listing.offer.announcementNumber,
      announcedOn: listing.offer.announcedOn,
    },
    publishedAt: listing.publishedAt,
    confirmedAt: listing.confirmedAt,
    validUntil: listing.validUntil,
    version: listing.live.number,
  };
}

/** As `listingResource`, with every public field, the patents and the public files. */
export function wholeListingResource(item: PublicListing, patents: PatentRecord[], baseUrl: string) {
  const { listing } = item;
  const readable = bindingContent(listing, readableContent(listing.live, listing, 'visitor').content);
  const { files, ...content } = readable;
  return {
    ...listingResource(item, baseUrl),
    content: content as Content,
    patents: patents.map(patentResource),
    files: ((files ?? []) as ListingFile[]).map(({ fileId, name, mediaType, size, kind }) => ({
      name,
      mediaType,
      size,
      kind,
      sha256: fileId,
      url: baseUrl + listingFileAddress(listing._id, fileId),
    })),
  };
}

function organisationResource({ _id, name, kind, verification, regionPath }: OrganisationRecord) {
  return { id: _id, name, kind, isVerified: verification === 'verified', regionPath };
}

function patentResource(patent: PatentRecord) {
  return {
    id: patent._id,
    jurisdiction: patent.jurisdiction,
    number: patent.number,
    publicationNumber: patent.publicationNumber,
    title: patent.title,
    kind: patent.kind,
    ipc: patent.ipc,
    filedOn: patent.filedOn,
    grantedOn: patent.grantedOn,
    legalStatus: patent.legalStatus,
    registerCheckedOn: patent.registerCheckedOn,
  };
}
