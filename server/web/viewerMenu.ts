import { type Actor, hasOfficeRole } from '../accounts/actor.ts';
import type { Translate } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import type { MenuItem, ViewerMenu } from './frame.ts';

/** The menu of somebody signed in, by what the person may open; `counts` says what waits behind an address. */
export function viewerMenu(
  actor: Actor,
  translate: Translate,
  counts: Readonly<Record<string, number>> = {},
): ViewerMenu {
  const item = (href: string, key: string): MenuItem => ({
    href,
    label: translate(`common:menuItems.${key}`),
    count: counts[href] || null,
  });
  const items = [
    item(paths.my, 'overview'),
    ...partnerItems(actor, item),
    ...officeItems(actor, item),
    item(paths.mySearches, 'searches'),
    item(paths.myNotices, 'notices'),
    item(paths.myAccount, 'account'),
  ];
  return { name: actor.name, items };
}

type MakeItem = (href: string, key: string) => MenuItem;

/** What people do for their organisation; who only works in the office has none. */
function partnerItems({ membership, office }: Actor, item: MakeItem): MenuItem[] {
  if (membership === null && office !== null) return [];
  return [
    item(paths.myListings, 'listings'),
    item(paths.myMatches, 'matches'),
    item(paths.myDeals, 'deals'),
    item(paths.myOrganisation, 'organisation'),
  ];
}

function officeItems(actor: Actor, item: MakeItem): MenuItem[] {
  if (actor.office === null) return [];
  const reader = hasOfficeRole(actor, 'operator', 'supervisor', 'auditor');
  const shown: [boolean, string, string][] = [
    [true, paths.desk, 'desk'],
    [reader, paths.deskReview, 'deskReview'],
    [reader, paths.deskOffers, 'deskOffers'],
    [reader, paths.deskMatches, 'deskMatches'],
    [reader, paths.deskCases, 'deskCases'],
    [reader, paths.deskOrganisations, 'deskOrganisations'],
    [true, paths.deskSearch, 'deskSearch'],
    [reader, paths.deskUnmet, 'deskUnmet'],
    [reader, paths.deskGlossary, 'deskGlossary'],
    [hasOfficeRole(actor, 'administrator', 'auditor'), paths.deskAccounts, 'deskAccounts'],
    [hasOfficeRole(actor, 'auditor', 'supervisor'), paths.deskAudit, 'deskAudit'],
  ];
  return shown.filter(([mayOpen]) => mayOpen).map(([, href, key]) => item(href, key));
}
