import type { AccountRecord } from '../../models/records.ts';
import { blocked, conflict, forbidden, invalid } from '../errors.ts';
import { regionPath } from '../vocabulary/regionPath.ts';
import type { AccountChanges } from './accountChanges.ts';
import { accountParties, canReadAccounts } from './accountPermissions.ts';
import type { AccountFilter, AccountStore } from './accountStore.ts';
import { type AccountEvent, accountWorkflow } from './accountWorkflow.ts';
import { type Actor, coversRegion, type OfficeLevel } from './actor.ts';
import { actorOf } from './actorOf.ts';
import type { EndSessions } from './passwordService.ts';

export type Post = NonNullable<AccountRecord['office']>;

export interface AccountDecision {
  actor: Actor;
  accountId: string;
  /** The revision the administrator saw. */
  revision: number;
}

interface OfficeParts {
  store: AccountStore;
  changes: AccountChanges;
  endSessions: EndSessions;
}

/** What administrators do with accounts: posts in the office, suspension. Nobody does it to themself. */
export function createOfficeService({ store, changes, endSessions }: OfficeParts) {
  function assertReader(viewer: Actor): void {
    if (!canReadAccounts(viewer)) throw forbidden();
  }

  /** Operators of a level, or of all, who cover a place. */
  async function operatorsFor(level: OfficeLevel | null, path: readonly string[]): Promise<AccountRecord[]> {
    return (await store.inOffice('operator', level)).filter((account) =>
      coversRegion(actorOf(account), path),
    );
  }

  async function decide(
    { actor, accountId, revision }: AccountDecision,
    event: AccountEvent,
    rest: {
      set?: Partial<AccountRecord>;
      detail?: Record<string, unknown>;
      reason?: string;
      text?: string | null;
    },
  ): Promise<AccountRecord> {
    const account = await store.get(accountId);
    const row = accountWorkflow.find(account.state, event);
    const parties = accountParties(actor, account);
    const role = row?.who.find((party) => parties.has(party));
    if (!parties.has('administrator')) throw forbidden();
    if (role === undefined) throw blocked('accounts:notPossible');
    if (account.revision !== revision) throw conflict();
    return changes.write(account, { actor, role, event, ...rest });
  }

  return {
    async page(viewer: Actor, filter: AccountFilter, skip: number, limit: number) {
      assertReader(viewer);
      return { accounts: await store.page(filter, skip, limit), total: await store.count(filter) };
    },
    async get(viewer: Actor, accountId: string): Promise<AccountRecord> {
      assertReader(viewer);
      return store.get(accountId);
    },
    async appoint(decision: AccountDecision, post: Post): Promise<void> {
      assertPost(post);
      await decide(decision, 'appoint', { set: { office: post }, detail: { ...post } });
    },
    async relieve(decision: AccountDecision): Promise<void> {
      await decide(decision, 'relieve', { set: { office: null } });
    },
    async suspend(decision: AccountDecision, reason: string, text: string | null): Promise<void> {
      await decide(decision, 'suspend', { reason, text });
      await endSessions(decision.accountId, null);
    },
    async restore(decision: AccountDecision): Promise<void> {
      await decide(decision, 'restore', {});
    },
    operatorsFor,
    /** Whether some operator of the level covers a place; where none does, work goes to the last level. */
    async hasOperator(level: OfficeLevel, path: readonly string[]): Promise<boolean> {
      return (await operatorsFor(level, path)).length > 0;
    },
  };
}

export type OfficeService = ReturnType<typeof createOfficeService>;

/** @throws invalid when an operator has no region or a region is unknown. */
export function assertPost({ role, regions }: Post): void {
  const hasUnknown = regions.some((region) => regionPath(region).at(-1) !== region);
  if (hasUnknown) throw invalid([{ field: 'regions', message: 'accounts:regionUnknown' }]);
  if (role === 'operator' && regions.length === 0)
    throw invalid([{ field: 'regions', message: 'forms:required' }]);
}
