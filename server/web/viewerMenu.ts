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
    count: counts[href] ?? null,
  });
  return { name: actor.name, items: [...memberItems(item), ...officeItems(actor, item)] };
}

type MakeItem = (href: string, key: string) => MenuItem;

function memberItems(item: MakeItem): MenuItem[] {
  return [
    item(paths.my, 'overview'),
    item(paths.myListings, 'listings'),
    item(paths.myMatches, 'matches'),
    item(paths.myDeals, 'deals'),
    item(paths.myOrganisation, 'organisation'),
  ];
}

function officeItems(actor: Actor, item: MakeItem): MenuItem[] {
  if (actor.office === null) return [];
  const isReader = hasOfficeRole(actor, 'operator', 'supervisor', 'auditor');
  return [
    ...(isReader ? [item(paths.deskReview, 'deskReview'), item(paths.deskMatches, 'deskMatches')] : []),
    ...(isReader
      ? [item(paths.deskOrganisations, 'deskOrganisations'), item(paths.deskSearch, 'deskSearch')]
      : []),
    ...(hasOfficeRole(actor, 'administrator', 'auditor') ? [item(paths.deskAccounts, 'deskAccounts')] : []),
    ...(hasOfficeRole(actor, 'auditor', 'supervisor') ? [item(paths.deskAudit, 'deskAudit')] : []),
  ];
}
