import type { ListingRecord, OrganisationRecord } from '../../models/records.ts';
import type { SearchIndex } from '../../search/searchIndex.ts';
import { identityLeaks } from '../listings/identityLeaks.ts';
import type { ListingStore } from '../listings/listingStore.ts';
import { shingleSimilarity } from '../listings/shingles.ts';
import { advertisingWords } from '../openLicences/advertisingWords.ts';
import { wholeText, writtenTexts } from './contentText.ts';

/** Something a reviewer should look at; never a decision by itself. */
export interface ReviewWarning {
  kind: 'same-patent' | 'near-same-text' | 'advertising' | 'identity-leak';
  /** The field it stands in; null for the listing as a whole. */
  field: string | null;
  /** The words, or the reference of the other listing. */
  evidence: string;
  /** Share of common text in per cent, where two texts are compared. */
  share?: number;
}

/** From this share of common five-character pieces on, two texts count as nearly the same. */
const NEAR_SAME = 0.5;
const CANDIDATES = 10;

interface WarningParts {
  store: ListingStore;
  search: SearchIndex;
}

/** Looks for what a tired reviewer might miss: the same patent elsewhere, copied text, advertising, names. */
export function createReviewWarnings({ store, search }: WarningParts) {
  async function samePatents(listing: ListingRecord, patentIds: string[]): Promise<ReviewWarning[]> {
    const others = (await Promise.all(patentIds.map((id) => store.ofPatent(id)))).flat();
    const references = new Set(
      others.map((other) => other._id).filter((reference) => reference !== listing._id),
    );
    return [...references].map((evidence) => ({ kind: 'same-patent', field: 'patents', evidence }));
  }

  async function nearSame(listing: ListingRecord, text: string): Promise<ReviewWarning[]> {
    const request = {
      index: 'matching',
      text: text.slice(0, 300),
      filter: {},
      facets: [],
      offset: 0,
      limit: CANDIDATES,
    } as const;
    const found = await search.find({ ...request, facets: [] }).catch(() => null);
    const others = await store.findMany(
      (found?.hits ?? []).map((hit) => hit.id).filter((id) => id !== listing._id),
    );
    return others
      .map((other) => ({
        other,
        share: shingleSimilarity(text, wholeText(other.kind, other.live?.content ?? {})),
      }))
      .filter(({ share }) => share >= NEAR_SAME)
      .map(({ other, share }) => ({
        kind: 'near-same-text',
        field: null,
        evidence: other._id,
        share: Math.round(share * 100),
      }));
  }

  return {
    async of(listing: ListingRecord, owner: OrganisationRecord): Promise<ReviewWarning[]> {
      const content = (listing.draft ?? listing.live)?.content ?? {};
      const texts = writtenTexts(listing.kind, content);
      const patentIds = (content.patents as string[] | undefined) ?? [];
      const isAnonymous = listing.kind === 'demand' && content.visibility !== 'public';
      return [
        ...(await samePatents(listing, patentIds)),
        ...(await nearSame(listing, wholeText(listing.kind, content))),
        ...texts.flatMap(({ field, text }) => advertising(field.name, text)),
        ...(isAnonymous ? texts.flatMap(({ field, text }) => leaks(field.name, text, owner)) : []),
      ];
    },
  };
}

export type ReviewWarnings = ReturnType<typeof createReviewWarnings>;

function advertising(field: string, text: string): ReviewWarning[] {
  return advertisingWords(text).map((match) => ({
    kind: 'advertising',
    field,
    evidence: text.slice(match.start, match.end),
  }));
}

function leaks(field: string, text: string, { name, identifiers }: OrganisationRecord): ReviewWarning[] {
  const organisationNames = [name.zh, name.en].filter((value) => value !== undefined);
  const creditCodes = identifiers.map(({ value }) => value);
  return identityLeaks(text, { organisationNames, creditCodes }).map(({ start, end }) => ({
    kind: 'identity-leak',
    field,
    evidence: text.slice(start, end),
  }));
}
