import type { ListingRecord } from '../../models/records.ts';
import { LISTING_KINDS } from '../catalogue/catalogue.ts';
import { kindLabel } from '../listings/listingCard.ts';
import { inLanguage, type LocalizedText } from '../localized.ts';
import { paths } from '../paths.ts';
import { listingKinds } from '../vocabulary/listingKinds.ts';
import { localPath } from '../web/localPath.ts';
import { nextStep, type StandingReader, standingBadges } from './listingStanding.ts';
import { OWN_STATES, type OwnState } from './ownListForms.ts';

interface Choice {
  kind?: string | undefined;
  state?: OwnState | undefined;
}

/** One of the own listings in a list. */
export function ownListingRow(listing: ListingRecord, reader: StandingReader) {
  return {
    reference: listing._id,
    href: localPath(reader.language, paths.myListing(listing._id)),
    kind: listing.kind,
    kindLabel: kindLabel(listing, reader),
    title: ownTitle(listing, reader),
    badges: standingBadges(listing, reader),
    next: nextStep(listing, reader),
    needsYou:
      listing.review === 'returned' || listing.review === 'rejected' || listing.publication === 'expired',
    updatedAt: listing.updatedAt,
  };
}

/** The title of the draft, else of what is live; a listing without one still has something to click on. */
export function ownTitle(
  { draft, live }: ListingRecord,
  { language, translate }: Pick<StandingReader, 'language' | 'translate'>,
) {
  const title = inLanguage((draft ?? live)?.content.title as LocalizedText | undefined, language);
  return title.text === '' ? { text: translate('listings:untitled'), language } : title;
}

/** The tabs of states and the filter of kinds above the list. */
export function ownListFilters({ kind, state }: Choice, { language, translate }: StandingReader) {
  const href = (query: Choice) => {
    const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const parameters = new URLSearchParams(given);
    return localPath(language, parameters.size > 0 ? `${paths.myListings}?${parameters}` : paths.myListings);
  };
  const tab = (value: OwnState | undefined) => ({
    href: href({ kind, state: value }),
    label: translate(`listings:state.${value ?? 'all'}`),
    isCurrent: value === state,
    count: null,
  });
  const chosen = new URLSearchParams({ ...(kind ? { kind } : {}), ...(state ? { state } : {}) });
  return {
    download: localPath(language, `${paths.myListings}.csv${chosen.size > 0 ? `?${chosen}` : ''}`),
    tabs: [tab(undefined), ...OWN_STATES.map(tab)],
    kinds: [undefined, ...LISTING_KINDS].map((value) => ({
      href: href({ kind: value, state }),
      label: value === undefined ? translate('listings:allKinds') : listingKinds.label(value, language),
      isCurrent: value === kind,
    })),
  };
}
