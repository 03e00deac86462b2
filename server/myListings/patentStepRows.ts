import { kindLabel } from '../listings/listingCard.ts';
import { inLanguage } from '../localized.ts';
import { displayPatentId, splitPatentId } from '../patents/patentId.ts';
import { parsePatentNumber } from '../patents/patentNumber.ts';
import { paths } from '../paths.ts';
import { legalStatuses } from '../vocabulary/legalStatuses.ts';
import { patentKinds } from '../vocabulary/patentKinds.ts';
import { localPath } from '../web/localPath.ts';
import type { StandingReader } from './listingStanding.ts';
import type { OwnListing, OwnListingService } from './ownListingService.ts';
import { ownTitle } from './ownListPage.ts';

/**
 * The patents a listing names: whether their facts are known, where to add them, and which other published
 * listings name the same patent (F11).
 */
export async function patentStepRows(
  { listing, patents, content }: OwnListing,
  own: OwnListingService,
  reader: StandingReader,
) {
  const { language, translate } = reader;
  const ids = (content.patents ?? []) as string[];
  return Promise.all(
    ids.map(async (id) => {
      const patent = patents.find(({ _id }) => _id === id);
      const isDescribed = patent !== undefined && patent.registerCheckedOn !== null;
      const sharing = await own.sharing(id, listing._id);
      return {
        number: displayPatentId(id, isDescribed ? { isGranted: patent.grantedOn !== null } : {}),
        kind: patentKinds.label(
          patent?.kind ?? parsePatentNumber(splitPatentId(id).number)?.kind ?? '',
          language,
        ),
        title: inLanguage(patent?.title, language).text,
        status: isDescribed
          ? {
              tone: legalStatuses.find(patent.legalStatus)?.isAlive ? 'agreed' : 'refused',
              label: legalStatuses.label(patent.legalStatus, language),
            }
          : { tone: 'action', label: translate('listings:patentOpen') },
        checkedOn: patent?.registerCheckedOn ?? '',
        href: localPath(language, `${paths.myPatent(id)}?listing=${listing._id}`),
        action: translate(isDescribed ? 'listings:patentEdit' : 'listings:patentDescribe'),
        sharing: sharing
          .filter((other) => other.publication === 'published' && other.visibility === 'public')
          .map((other) => ({
            reference: other._id,
            href: localPath(language, paths.listing(other._id)),
            text: `${kindLabel(other, reader)} · ${ownTitle(other, reader).text}`,
          })),
      };
    }),
  );
}
