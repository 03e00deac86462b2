import type { AccountRecord } from '../../models/records.ts';
import { blocked, conflict, forbidden, invalid } from '../errors.ts';
import type { ChangeInput, ChangeRecorder } from '../relay/change.ts';
import type { AccountStore } from './accountStore.ts';
import { accountWorkflow } from './accountWorkflow.ts';

export interface AccountChange extends ChangeInput {
  set?: Partial<AccountRecord>;
  /** Runs with the id of the event before the change is written, such as to keep a token for its mail. */
  before?: (eventId: string) => Promise<unknown>;
}

/** What a change is computed from again when somebody else was first. */
type Build = (account: AccountRecord) => AccountChange | Promise<AccountChange>;

interface ChangeParts {
  store: AccountStore;
  recorder: ChangeRecorder;
}

const ATTEMPTS = 4;

/** Writes changes of accounts, each as one guarded update that carries its own event. */
export function createAccountChanges({ store, recorder }: ChangeParts) {
  async function tryOnce(account: AccountRecord, change: AccountChange): Promise<AccountRecord | null> {
    const { set, before, ...input } = change;
    const state = stateAfter(account, input);
    const { at, event, update } = recorder.record('account', input);
    await before?.(event.id);
    return store.update(account._id, account.revision, { $set: { ...set, state, updatedAt: at }, ...update });
  }

  return {
    /** Changes an account as it was read. @throws conflict when somebody else was first. */
    async write(account: AccountRecord, change: AccountChange): Promise<AccountRecord> {
      const changed = await tryOnce(account, change);
      if (changed === null) throw conflict();
      return changed;
    },
    /** Changes an account as it stands now, for changes that do not depend on what somebody saw. */
    async apply(accountId: string, build: Build): Promise<AccountRecord> {
      for (let left = ATTEMPTS; left > 0; left -= 1) {
        const account = await store.get(accountId);
        const changed = await tryOnce(account, await build(account));
        if (changed !== null) return changed;
      }
      throw conflict();
    },
  };
}

export type AccountChanges = ReturnType<typeof createAccountChanges>;

/** The state the table of accounts gives; events of other tables, such as memberships, leave it alone. */
function stateAfter(account: AccountRecord, { event, role, reason }: ChangeInput): AccountRecord['state'] {
  if (!(accountWorkflow.events as string[]).includes(event)) return account.state;
  const row = accountWorkflow.find(account.state, event);
  if (row === null) throw blocked('accounts:notPossible');
  if (!row.who.includes(role)) throw forbidden();
  if (row.needsReason && !reason) throw invalid([{ field: 'reason', message: 'forms:required' }]);
  return accountWorkflow.after(account.state, event) as AccountRecord['state'];
}
