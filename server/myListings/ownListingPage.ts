import type { Actor } from '../accounts/actor.ts';
import { shanghaiDate } from '../clock.ts';
import { LOCALES } from '../i18n/translate.ts';
import { kindLabel } from '../listings/listingCard.ts';
import { isPublic } from '../listings/listingVisibility.ts';
import { inLanguage } from '../localized.ts';
import { paths } from '../paths.ts';
import { contentDifference } from '../review/contentDifference.ts';
import { demandVisibilities } from '../vocabulary/demandVisibilities.ts';
import { regionLabel } from '../vocabulary/regionPath.ts';
import { factRow } from '../web/factRow.ts';
import { localPath } from '../web/localPath.ts';
import { actButtons } from './listingActs.ts';
import { nextStep, type StandingReader, standingBadges } from './listingStanding.ts';
import { publicOverview } from './overview.ts';
import { ownHistory } from './ownHistory.ts';
import { type OwnListing, type OwnListingService, openPatents } from './ownListingService.ts';
import { ownTitle } from './ownListPage.ts';
import { stepList } from './stepList.ts';

type Possible = Awaited<ReturnType<OwnListingService['possible']>>;

/** The page of an own listing: where it stands, what can be done, what differs from what is live, what happened. */
export function ownListingPage(opened: OwnListing, possible: Possible, actor: Actor, reader: StandingReader) {
  const { listing, owner, content, patents } = opened;
  const { language } = reader;
  const version = listing.draft ?? listing.live;
  const canEdit = possible.some(({ event }) => event === 'save');
  const buttons = actButtons(opened, possible, reader);
  const isOpenLicence = listing.kind === 'open-licence' && listing.offer !== null;
  return {
    reference: listing._id,
    kind: listing.kind,
    kindLabel: kindLabel(listing, reader),
    listingTitle: ownTitle(listing, reader),
    badges: standingBadges(listing, reader),
    next: nextStep(listing, reader),
    nextTone: listing.review === 'returned' || listing.review === 'rejected' ? 'warning' : 'information',
    answer: answerOf(opened),
    buttons,
    primary: buttons.find(({ tone }) => tone !== 'refusal') ?? null,
    steps:
      canEdit && listing.draft !== null
        ? stepList(
            {
              kind: listing.kind,
              content,
              reference: listing._id,
              current: null,
              open: { patents: openPatents(opened) },
            },
            reader,
          )
        : [],
    publicHref:
      isPublic(listing) || listing.live !== null ? localPath(language, paths.listing(listing._id)) : '',
    offerHref: isOpenLicence ? localPath(language, `${paths.myListing(listing._id)}/offer`) : '',
    facts: standingFacts(opened, reader),
    differences: differencesOf(opened, reader),
    overview: version === null ? null : publicOverview({ listing, version, owner, patents }, reader),
    isDraftShown: listing.draft !== null,
    history: ownHistory(listing, actor.accountId, reader),
  };
}

/** The words of the last decision, to be read before anything else. */
function answerOf({ listing }: OwnListing): string {
  const isAnswered = listing.review === 'returned' || listing.review === 'rejected';
  const entry = listing.history.findLast(
    ({ event }) => event === 'return' || event === 'reject' || event === 'hand-back',
  );
  const isHandedBack =
    entry?.event === 'hand-back' &&
    listing.review === 'none' &&
    listing.proposal === null &&
    listing.history.at(-1) === entry;
  return isAnswered || isHandedBack ? (entry?.text ?? '') : '';
}

function standingFacts({ listing, owner }: OwnListing, { language, translate }: StandingReader) {
  const day = (instant: Date | null) => (instant === null ? '' : shanghaiDate(instant));
  return [
    factRow(translate('listings:fact.reference'), listing._id),
    factRow(translate('listings:fact.owner'), inLanguage(owner.name, language).text),
    factRow(
      translate('listings:fact.readers'),
      listing.kind === 'demand' ? demandVisibilities.label(listing.visibility, language) : '',
    ),
    factRow(
      translate('listings:fact.reviewRegion'),
      regionLabel(listing.reviewRegionPath.at(-1) ?? '', language, { full: true }),
    ),
    factRow(translate('listings:fact.submittedOn'), day(listing.submittedAt)),
    factRow(translate('listings:fact.publishedOn'), day(listing.publishedAt)),
    factRow(translate('listings:fact.confirmedOn'), day(listing.confirmedAt)),
    factRow(translate('listings:fact.validUntil'), listing.validUntil ?? ''),
    factRow(
      translate('listings:fact.external'),
      listing.external?.source.trim() === 'form' ? '' : (listing.external?.id ?? ''),
    ),
  ].filter((row) => row.lines.length > 0);
}

/** What the draft would change of what is live, word by word. */
function differencesOf({ listing }: OwnListing, { language, translate }: StandingReader) {
  if (listing.live === null || listing.draft === null) return [];
  return contentDifference(listing.kind, listing.live.content, listing.draft.content, language).map(
    ({ field, language: written, parts }) => ({
      label: field.label[language],
      written: written === null ? '' : translate(`listings:written.${written}`),
      lang: LOCALES[written ?? language],
      parts,
    }),
  );
}
