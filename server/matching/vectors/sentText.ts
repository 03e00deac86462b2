import type { ListingRecord } from '../../../models/records.ts';
import { isPublic } from '../../listings/listingVisibility.ts';
import { matchingText, type Passage } from '../matchingText.ts';

/** Embedding models read no more than some hundred words. */
const MOST_CHARACTERS = 2_000;

/**
 * What an outside service may be told of a listing, its title first; null when nothing. Only what every visitor may
 * read, unless the operator said that private texts may leave the house too.
 */
export function sentText(listing: ListingRecord, isPrivateAllowed = false): string | null {
  if (listing.publication !== 'published') return null;
  if (!isPrivateAllowed && !isPublic(listing)) return null;
  const isAnonymous = listing.visibility !== 'public';
  const isForAll = ({ visibility, isRedacted }: Passage) =>
    visibility === 'public' && !(isRedacted && isAnonymous);
  const passages = (matchingText(listing)?.passages ?? []).filter(
    (passage) => isPrivateAllowed || isForAll(passage),
  );
  const ordered = passages.toSorted((left, right) => right.weight - left.weight);
  const whole = ordered.map(({ text }) => text).join('\n');
  return whole === '' ? null : [...whole].slice(0, MOST_CHARACTERS).join('');
}
