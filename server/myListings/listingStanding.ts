import type { ListingRecord } from '../../models/records.ts';
import { missingFields } from '../catalogue/catalogue.ts';
import { addDays, shanghaiDate } from '../clock.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Language } from '../localized.ts';
import { openLicenceStates } from '../vocabulary/openLicenceStates.ts';
import { publicationStates } from '../vocabulary/publicationStates.ts';
import { reviewStates } from '../vocabulary/reviewStates.ts';
import { reasonLabel } from './reasonLabel.ts';

export interface StandingReader {
  language: Language;
  translate: Translate;
  today: string;
}

/** Days before the last day from which on a renewal is suggested. */
const SOON_DAYS = 30;

const PUBLICATION_TONES: Record<string, string> = {
  published: 'agreed',
  suspended: 'refused',
  expired: 'waiting',
  concluded: 'agreed',
};
const REVIEW_TONES: Record<string, string> = {
  submitted: 'waiting',
  'city-checked': 'waiting',
  returned: 'action',
  rejected: 'refused',
};
const OFFER_TONES: Record<string, string> = {
  announced: 'agreed',
  withdrawing: 'waiting',
  filed: 'waiting',
  refused: 'refused',
};

/** Where a listing stands: what the public sees, the review of its draft, the offer of its licence. */
export function standingBadges(
  { publication, review, draft, live, offer }: ListingRecord,
  { language, translate }: StandingReader,
) {
  const badge = (tone: string | undefined, label: string) => ({ tone: tone ?? 'neutral', label });
  const isEdited = live !== null && draft !== null && review === 'none';
  return [
    ...(publication === 'never' && review !== 'none'
      ? []
      : [badge(PUBLICATION_TONES[publication], publicationLabel(publication, language, translate))]),
    ...(review === 'none' ? [] : [badge(REVIEW_TONES[review], reviewStates.label(review, language))]),
    ...(isEdited ? [badge('action', translate('listings:editedBadge'))] : []),
    ...(offer === null
      ? []
      : [badge(OFFER_TONES[offer.state], openLicenceStates.label(offer.state, language))]),
  ];
}

function publicationLabel(publication: string, language: Language, translate: Translate): string {
  return publication === 'never'
    ? translate('listings:draftBadge')
    : publicationStates.label(publication, language);
}

/** What happens next, by when and by whom, in a sentence. */
export function nextStep(listing: ListingRecord, reader: StandingReader): string {
  const { review, publication, draft, live, dueAt, validUntil, proposal } = listing;
  const { translate, today, language } = reader;
  const say = (key: string, values: Record<string, string | number> = {}) =>
    translate(`listings:next.${key}`, values);
  if (review === 'submitted' || review === 'city-checked') {
    if (dueAt === null) return say('waiting', { date: '' });
    const day = shanghaiDate(dueAt);
    const weekday = translate(`common:weekday.${Temporal.PlainDate.from(day).dayOfWeek}`);
    return say(day < today ? 'late' : 'waiting', { date: `${day} ${weekday}` });
  }
  if (review === 'returned' || review === 'rejected')
    return say(review, { reason: lastReason(listing, language) });
  if (proposal !== null) return say('proposed');
  if (draft !== null) {
    const missing = missingFields(listing.kind, draft.content).length;
    if (missing > 0) return say('missing', { count: missing });
    return say(live === null ? 'ready' : 'editReady');
  }
  if (publication === 'published' && validUntil !== null)
    return say(validUntil <= addDays(today, SOON_DAYS) ? 'expiring' : 'published', { date: validUntil });
  return say(publication === 'suspended' ? 'suspended' : publication, {
    reason: lastReason(listing, language),
  });
}

function lastReason({ history }: ListingRecord, language: Language): string {
  const reason = history.findLast((entry) => entry.reason !== null)?.reason;
  return reason ? reasonLabel(reason, language) : '';
}
