import type { AccountRecord, OrganisationRecord } from '../../models/records.ts';
import { inLanguage } from '../localized.ts';
import { paths } from '../paths.ts';
import { factRow } from '../web/factRow.ts';
import type { Frame } from '../web/frame.ts';
import { localPath } from '../web/localPath.ts';
import { ACCOUNT_STATES, OFFICE_ROLES } from './accountForms.ts';
import { accountBadge, personName, roleLine } from './accountPage.ts';
import { allowedAccountEvents } from './accountPermissions.ts';
import { accountReasons } from './accountReasons.ts';
import type { Actor } from './actor.ts';
import { currentMembership, mailOf } from './actorOf.ts';
import { writeRegionList } from './regionList.ts';

type Speaker = Pick<Frame, 'language' | 'translate'>;

/** One row of the list for each account. */
export async function accountRows(
  accounts: AccountRecord[],
  findOrganisations: (ids: string[]) => Promise<OrganisationRecord[]>,
  speaker: Speaker,
) {
  const ids = accounts.flatMap((account) => currentMembership(account)?.organisationId ?? []);
  const houses = new Map((await findOrganisations([...new Set(ids)])).map((house) => [house._id, house]));
  return accounts.map((account) => ({
    id: account._id,
    name: personName(account, speaker),
    mail: mailOf(account) ?? '',
    role: roleLine(account, houses.get(currentMembership(account)?.organisationId ?? '') ?? null, speaker),
    state: accountBadge(account.state, speaker),
    lastSignInAt: account.lastSignInAt,
  }));
}

/** The search above the list. */
export function filterLocals(
  query: { q?: string | undefined; state?: string | undefined; role?: string | undefined },
  { translate }: Speaker,
) {
  const options = (codes: readonly string[], area: string) =>
    codes.map((code) => ({ value: code, label: translate(`accounts:${area}.${code}`) }));
  return {
    q: query.q ?? '',
    stateChoice: query.state ?? '',
    roleChoice: query.role ?? '',
    states: options(ACCOUNT_STATES, 'state'),
    roles: options(OFFICE_ROLES, 'office'),
  };
}

interface DeskAccount {
  actor: Actor;
  account: AccountRecord;
  houses: OrganisationRecord[];
}

/** One account with what may be done to it. */
export function deskAccountPage({ actor, account, houses }: DeskAccount, frame: Speaker) {
  const { language, translate } = frame;
  const events = new Set<string>(allowedAccountEvents(actor, account));
  const can = { appoint: events.has('appoint'), relieve: events.has('relieve') && account.office !== null };
  const { office } = account;
  return {
    id: account._id,
    name: personName(account, frame),
    state: accountBadge(account.state, frame),
    revision: account.revision,
    isOwn: actor.accountId === account._id,
    can: {
      ...can,
      suspend: events.has('suspend'),
      restore: events.has('restore'),
      erase: events.has('erase') && actor.accountId !== account._id,
    },
    facts: factsOf(account, houses, frame),
    roles: OFFICE_ROLES.map((code) => ({
      value: code,
      label: translate(`accounts:office.${code}`),
      hint: translate(`accounts:officeHint.${code}`),
    })),
    levels: ['city', 'province'].map((code) => ({ value: code, label: translate(`accounts:level.${code}`) })),
    reasons: accountReasons.entries,
    values: {
      role: office?.role ?? '',
      level: office?.level ?? 'city',
      regions: writeRegionList(office?.regions ?? [], language),
    },
    history: account.history.toReversed().map((entry) => historyEntry(entry, frame)),
    trail: [{ href: localPath(language, paths.deskAccounts), label: translate('accounts:deskTitle') }],
  };
}

function factsOf(account: AccountRecord, houses: OrganisationRecord[], frame: Speaker) {
  const { language, translate } = frame;
  const mail = mailOf(account);
  const isVerified = account.identifiers.some(
    ({ kind, verifiedAt }) => kind === 'mail' && verifiedAt !== null,
  );
  const memberships = account.memberships.map(({ organisationId, role, state }) => {
    const house = houses.find(({ _id }) => _id === organisationId);
    const name = inLanguage(house?.name, language).text;
    return `${name} · ${translate(`accounts:role.${role}`)} · ${translate(`accounts:membership.${state}`)}`;
  });
  return [
    factRow(translate('accounts:mail'), mail ?? '', {
      note: mail !== null && !isVerified ? translate('accounts:mailUnverified') : '',
    }),
    factRow(translate('accounts:roleLabel'), roleLine(account, null, frame)),
    factRow(translate('accounts:memberships'), memberships),
    factRow(translate('accounts:languageLabel'), translate(`accounts:language.${account.language}`)),
  ];
}

function historyEntry(entry: AccountRecord['history'][number], { language, translate }: Speaker) {
  const reason = entry.reason === null ? '' : accountReasons.label(entry.reason, language);
  return {
    at: entry.at,
    what: translate(`accounts:events.${entry.event}`),
    who: translate(`accounts:parties.${entry.role}`),
    text: [reason, entry.text ?? ''].filter(Boolean).join('\n\n'),
    tone: entry.event === 'suspend' || entry.event === 'erase' ? 'refused' : 'neutral',
  };
}
