import { canReadOwner, readerOf } from '../../listings/listingVisibility.ts';
import { inLanguage, type LocalizedText } from '../../localized.ts';
import type { MatchSide } from '../match.ts';
import { matchSideOf } from '../matchPermissions.ts';
import type { CardParts, CardReader } from './evidenceCard.ts';

const TONES = { suggested: 'waiting', approved: 'agreed', dismissed: 'refused' } as const;

/** One match in a list. */
export function matchRow(parts: CardParts, reader: CardReader) {
  const { match } = parts;
  const { translate } = reader;
  const own = matchSideOf(reader.viewer, match);
  const answer = own === null ? null : match.answers[own];
  return {
    reference: match._id,
    revision: match.revision,
    score: match.evidence.score,
    state: { tone: TONES[match.state], label: translate(`matching:state.${match.state}`) },
    isBlocked: match.isBlocked,
    isSilent: match.isSilent,
    hasChanged: match.hasChanged,
    demand: side(parts, 'demand', reader),
    supply: side(parts, 'supply', reader),
    at: match.createdAt,
    answer: answer === null ? '' : translate(`matching:answered.${answer.answer}`),
  };
}

function side(
  { listings, owners }: CardParts,
  which: MatchSide,
  { viewer, language, translate }: CardReader,
) {
  const listing = listings[which];
  const isNamed = canReadOwner(readerOf(viewer, listing), listing);
  return {
    reference: listing._id,
    title: inLanguage(listing.live?.content.title as LocalizedText | undefined, language),
    owner: isNamed
      ? inLanguage(owners[which].name, language)
      : { text: translate('matching:anonymous'), language },
  };
}
