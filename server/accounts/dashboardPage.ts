import type { OrganisationRecord } from '../../models/records.ts';
import { inLanguage } from '../localized.ts';
import { paths } from '../paths.ts';
import type { Frame } from '../web/frame.ts';
import { viewerMenu } from '../web/viewerMenu.ts';
import type { Actor } from './actor.ts';

interface DashboardFacts {
  actor: Actor;
  organisation: OrganisationRecord | null;
  unread: number;
  invitations: number;
  /** People who ask to join, for admins. */
  asking: number;
  /** Requests for verification that wait for an operator. */
  requests: number;
}

/** What `/my` shows: what waits for the person first, then the ways to everything else. */
export function dashboardPage(
  facts: DashboardFacts,
  { language, translate }: Pick<Frame, 'language' | 'translate'>,
) {
  const { actor, organisation } = facts;
  const items = viewerMenu(actor, translate).items.filter((item) => item.href !== paths.my);
  return {
    name: actor.name,
    organisation: organisation === null ? null : inLanguage(organisation.name, language),
    waiting: waitingRows(facts, translate),
    tiles: items.map(({ href, label }) => ({
      href,
      label,
      text: translate(`accounts:tiles.${tileOf(href)}`),
    })),
  };
}

/** `/my/listings` has its text under `my-listings`. */
function tileOf(href: string): string {
  return href.slice(1).replaceAll('/', '-');
}

function waitingRows(
  { actor, organisation, unread, invitations, asking, requests }: DashboardFacts,
  translate: Frame['translate'],
) {
  const rows: { href: string; text: string }[] = [];
  const add = (href: string, key: string, count = 0) =>
    rows.push({ href, text: translate(`accounts:waiting.${key}`, { count }) });
  if (unread > 0) add(paths.myNotices, 'unread', unread);
  if (invitations > 0) add(paths.myOrganisation, 'invitations', invitations);
  if (actor.membership === null && actor.office === null && invitations === 0)
    add(paths.myOrganisation, 'noOrganisation');
  if (asking > 0) add(paths.myOrganisationMembers, 'asking', asking);
  const isAdmin = actor.membership?.role === 'admin';
  if (isAdmin && organisation?.verification === 'none') add(paths.myOrganisationVerification, 'unverified');
  if (isAdmin && organisation?.verification === 'revoked') add(paths.myOrganisationVerification, 'revoked');
  if (requests > 0) add(paths.deskOrganisations, 'requests', requests);
  return rows;
}
