import type { AccountRecord } from '../../models/records.ts';
import { emptyAccount, verified } from '../accounts/registrationService.ts';
import { type Act, accountIdOf, act, type Cast, houseIdOf } from './cast.ts';
import { type DemoAccount, demoAccounts } from './demoAccounts.ts';
import { demoHouses } from './demoHouses.ts';
import type { Stage } from './stage.ts';

const OPENED_DAYS_AGO = 400;
const JOINED_AFTER_DAYS = 5;

/** Everybody signs up and joins the own house. All share one password, so that it is hashed once. */
export function peopleActs(stage: Stage, cast: Cast, passwordHash: string): Act[] {
  return demoAccounts.flatMap((account) => {
    const daysAgo = dayOf(account);
    const signsUp = act(daysAgo, `${account.mail}: register`, () => signUp(stage, account, passwordHash));
    return isFounder(account) ? [signsUp] : [signsUp, ...joining(stage, cast, account, daysAgo)];
  });
}

const isFounder = ({ house }: DemoAccount) => house?.role === 'admin';

/** Admins are there when their house is founded, others a few days later; the office was there first. */
function dayOf(account: DemoAccount): number {
  if (account.asksToJoin) return 2;
  const house = demoHouses.find(({ key }) => key === account.house?.key);
  if (house === undefined) return OPENED_DAYS_AGO;
  return house.story.created - (isFounder(account) ? 0 : JOINED_AFTER_DAYS);
}

async function signUp(
  { stores, recorder, time }: Stage,
  account: DemoAccount,
  passwordHash: string,
): Promise<void> {
  const { name, language, office, mail } = account;
  const changes = [
    recorder.record('account', { actor: null, role: 'visitor', event: 'register' }),
    recorder.record('account', { actor: null, role: 'link', event: 'confirm' }),
  ];
  if (office)
    changes.push(
      recorder.record('account', { actor: null, role: 'console', event: 'appoint', detail: { ...office } }),
    );
  const at = time.clock.now();
  const record: AccountRecord = {
    ...emptyAccount(accountIdOf(account), mail),
    name,
    language,
    passwordHash,
    state: 'active',
    office,
    isDemo: true,
    createdAt: at,
    updatedAt: at,
    revision: changes.length,
    history: changes.map(({ entry }) => entry),
    pending: changes.map(({ event }) => event),
  };
  await stores.accounts.add({ ...record, identifiers: verified(record, at) });
}

function joining({ memberships }: Stage, cast: Cast, account: DemoAccount, daysAgo: number): Act[] {
  const { house, asksToJoin, mail } = account;
  if (asksToJoin) {
    const ask = async () => memberships.ask(await cast.actorFor(account), houseIdOf(asksToJoin));
    return [act(daysAgo - 1, `${mail}: ask to join`, ask)];
  }
  if (house === null) return [];
  const join = async () => memberships.join(await cast.actorFor(account), houseIdOf(house.key), house.role);
  return [act(daysAgo, `${mail}: join`, join)];
}
