import type { AccountRecord, ListingRecord, LoggedEvent, OrganisationRecord } from '../../models/records.ts';
import type { LocalizedText } from '../localized.ts';
import { EMPTY_SUBJECT, type FindSubject, type NoticeSubject } from './noticeSubject.ts';

interface SubjectSources {
  findListing: (reference: string) => Promise<ListingRecord | null>;
  findOrganisation: (id: string) => Promise<OrganisationRecord | null>;
  findAccount: (id: string) => Promise<AccountRecord | null>;
}

/** Listings, organisations and accounts as subjects of notices; other nouns are added where they live. */
export function createNoticeSubjects(sources: SubjectSources): Record<string, FindSubject> {
  /** For a step of a membership the organisation is the one the event names. */
  async function ofAccount(id: string, { detail }: LoggedEvent): Promise<NoticeSubject | null> {
    const account = await sources.findAccount(id);
    if (account === null) return null;
    const { organisationId } = detail;
    const organisation =
      typeof organisationId === 'string' ? await sources.findOrganisation(organisationId) : null;
    return {
      ...EMPTY_SUBJECT,
      organisation: organisation?.name ?? null,
      parties: organisation ? { owner: organisation._id } : {},
      people: { self: id },
    };
  }

  /** What an import did stands in its event: the counts, and the level at which its rows wait. */
  async function ofImport(_: string, { detail }: LoggedEvent): Promise<NoticeSubject | null> {
    const organisation = await sources.findOrganisation(String(detail.organisationId));
    if (organisation === null) return null;
    return {
      ...ofOrganisation(organisation),
      people: {},
      level: detail.level === 'city' || detail.level === 'province' ? detail.level : null,
      dueAt: null,
      words: {
        added: Number(detail.added),
        waiting: Number(detail.waiting),
        approved: Number(detail.approved),
        refused: Number(detail.refused),
      },
    };
  }

  return {
    listing: async (reference) => {
      const listing = await sources.findListing(reference);
      return listing && ofListing(listing);
    },
    organisation: async (id) => {
      const organisation = await sources.findOrganisation(id);
      return organisation && ofOrganisation(organisation);
    },
    account: ofAccount,
    import: ofImport,
  };
}

function ofListing(listing: ListingRecord): NoticeSubject {
  const content = (listing.draft ?? listing.live)?.content;
  return {
    ...EMPTY_SUBJECT,
    reference: listing._id,
    title: (content?.title as LocalizedText | undefined) ?? null,
    parties: { owner: listing.organisationId },
    people: { author: listing.draft?.savedBy ?? listing.live?.savedBy ?? listing.createdBy },
    regionPath: listing.reviewLevel === null ? listing.regionPath : listing.reviewRegionPath,
    level: listing.reviewLevel,
    dueAt: listing.dueAt,
  };
}

function ofOrganisation(organisation: OrganisationRecord): NoticeSubject {
  return {
    ...EMPTY_SUBJECT,
    organisation: organisation.name,
    parties: { owner: organisation._id },
    people: { author: organisation.createdBy },
    regionPath: organisation.regionPath,
    dueAt: organisation.dueAt,
  };
}
