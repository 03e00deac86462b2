import type { AccountRecord, OrganisationRecord } from '../../models/records.ts';
import { inLanguage, LANGUAGES } from '../localized.ts';
import type { OrganisationStore } from '../organisations/organisationStore.ts';
import { regionLabel } from '../vocabulary/regionPath.ts';
import type { Frame } from '../web/frame.ts';
import type { MemberRole } from './actor.ts';
import { currentMembership, mailOf } from './actorOf.ts';

type Speaker = Pick<Frame, 'language' | 'translate'>;

export const MEMBER_ROLES: readonly MemberRole[] = ['member', 'approver', 'admin'];

/** What somebody does in the marketplace, in one line: the post in the office, or the role in an organisation. */
export function roleLine(
  account: AccountRecord,
  organisation: OrganisationRecord | null,
  speaker: Speaker,
): string {
  const { language, translate } = speaker;
  if (account.office !== null) return postLine(account.office, speaker);
  const membership = currentMembership(account);
  if (membership === null || organisation === null) return translate('accounts:noRole');
  return translate('accounts:roleIn', {
    role: translate(`accounts:role.${membership.role}`),
    organisation: inLanguage(organisation.name, language).text,
  });
}

/** A post with its regions, such as "Operator, city: Shenyang". */
export function postLine(
  { role, level, regions }: NonNullable<AccountRecord['office']>,
  speaker: Speaker,
): string {
  const { language, translate } = speaker;
  const post = translate(`accounts:office.${role}`);
  if (role !== 'operator') return post;
  const places = regions.map((region) => regionLabel(region, language)).join(translate('common:and'));
  return translate('accounts:postLine', { post, level: translate(`accounts:level.${level}`), places });
}

/** The accounts of the demonstration, for the page where one signs in. */
export async function demoRows(
  accounts: AccountRecord[],
  organisations: OrganisationStore,
  speaker: Speaker,
) {
  const ids = accounts.flatMap((account) => currentMembership(account)?.organisationId ?? []);
  const known = new Map((await organisations.findMany([...new Set(ids)])).map((one) => [one._id, one]));
  return accounts
    .filter((account) => account.state === 'active')
    .map((account) => ({
      mail: mailOf(account) ?? '',
      name: account.name,
      role: roleLine(account, known.get(currentMembership(account)?.organisationId ?? '') ?? null, speaker),
    }));
}

const STATE_TONES = {
  unconfirmed: 'waiting',
  active: 'agreed',
  suspended: 'refused',
  erased: 'neutral',
} as const;

/** The state of an account as a badge. */
export function accountBadge(state: AccountRecord['state'], { translate }: Speaker) {
  return { tone: STATE_TONES[state], label: translate(`accounts:state.${state}`) };
}

/** A person's name, or a word for somebody who was erased. */
export function personName(account: Pick<AccountRecord, 'name' | 'state'>, { translate }: Speaker): string {
  return account.state === 'erased' ? translate('accounts:erasedPerson') : account.name;
}

/** The languages letters come in. */
export function languageChoices(translate: Speaker['translate']) {
  return LANGUAGES.map((code) => ({ value: code, label: translate(`accounts:language.${code}`) }));
}
