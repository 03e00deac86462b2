import type { ListingRecord } from '../../models/records.ts';
import { type Actor, coversRegion, type MemberRole } from '../accounts/actor.ts';
import { actorOf } from '../accounts/actorOf.ts';
import type { ReviewLevel } from '../config.ts';
import type { Stores } from '../stores.ts';
import { type DemoAccount, demoAccounts } from './demoAccounts.ts';
import { demoHouses } from './demoHouses.ts';
import { demoId } from './demoIds.ts';
import type { HouseKey } from './demoTypes.ts';

/** One act of the history, so many days before loading. */
export interface Act {
  /** For whoever has to find out why it failed. */
  name: string;
  daysAgo: number;
  play(): Promise<unknown>;
}

export const act = (daysAgo: number, name: string, play: () => Promise<unknown>): Act => ({
  daysAgo,
  name,
  play,
});

export const accountIdOf = (account: DemoAccount) =>
  demoId('account', account.mail, demoAccounts.indexOf(account));
export const houseIdOf = (key: HouseKey) =>
  demoId(
    'house',
    key,
    demoHouses.findIndex((house) => house.key === key),
  );

/** Who acts for whom, and which reference each listing of the demo got. */
export function createCast(
  { stores, levels }: { stores: Pick<Stores, 'accounts' | 'listings'>; levels: readonly ReviewLevel[] },
  references = new Map<string, string>(),
) {
  async function actorFor(account: DemoAccount | undefined): Promise<Actor> {
    if (account === undefined) throw new Error('the demo has nobody for this part');
    return actorOf(await stores.accounts.get(accountIdOf(account)));
  }

  const inHouse = (key: HouseKey, ...roles: MemberRole[]) =>
    roles.flatMap(
      (role) => demoAccounts.find(({ house }) => house?.key === key && house.role === role) ?? [],
    )[0];

  /** The operator of a level who covers a place. */
  const operator = (level: 'city' | 'province', place: readonly string[]) =>
    demoAccounts.find(({ office }) => {
      const isOperator = office?.role === 'operator' && office.level === level;
      return isOperator && coversRegion({ office } as Actor, place);
    });

  return {
    references,
    actorFor,
    admin: (key: HouseKey) => actorFor(inHouse(key, 'admin')),
    /** Whoever writes for a house. */
    author: (key: HouseKey) => actorFor(inHouse(key, 'member', 'admin')),
    /** Whoever may submit there: the approver where the house approves first. */
    submitter: (key: HouseKey) => {
      const needsApproval = demoHouses.some((house) => house.key === key && house.requiresApproval);
      return actorFor(needsApproval ? inHouse(key, 'approver') : inHouse(key, 'member', 'admin'));
    },
    /** The operator whose turn it is. */
    reviewer: ({ reviewLevel, reviewRegionPath }: ListingRecord) =>
      actorFor(operator(reviewLevel ?? levels.at(-1) ?? 'province', reviewRegionPath)),
    /** The operator of the province, who decides on what is public and on houses. */
    provinceOperator: (place: readonly string[]) => actorFor(operator('province', place)),
    /** The operator of the city, or of the province where the city has none. */
    placeOperator: (place: readonly string[]) =>
      actorFor(operator('city', place) ?? operator('province', place)),
    async listing(key: string): Promise<ListingRecord> {
      return stores.listings.get(references.get(key) ?? key);
    },
  };
}

export type Cast = ReturnType<typeof createCast>;
