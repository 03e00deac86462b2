import type { AccountRecord } from '../../models/records.ts';
import type { Clock } from '../clock.ts';
import { conflict, forbidden } from '../errors.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import { accountParties } from './accountPermissions.ts';
import type { AccountStore } from './accountStore.ts';
import { accountWorkflow } from './accountWorkflow.ts';
import type { Actor } from './actor.ts';
import type { MembershipService } from './membershipService.ts';
import type { EndSessions } from './passwordService.ts';

interface ErasureParts {
  store: AccountStore;
  memberships: MembershipService;
  recorder: ChangeRecorder;
  endSessions: EndSessions;
  /** Removes what only the person was to read. */
  removeNotices: (accountId: string) => Promise<void>;
  clock: Clock;
}

/**
 * Erasure on request: name, address, password and free texts go, while the id stays, so that what
 * others still see (a decision, a deal) keeps saying that one and the same person did it.
 */
export function createErasureService(parts: ErasureParts) {
  const { store, memberships, recorder, endSessions, removeNotices, clock } = parts;

  return {
    /** @throws blocked when the person is the last admin of an organisation others belong to. */
    async erase(actor: Actor, accountId: string, revision: number): Promise<void> {
      const account = await store.get(accountId);
      const partiesOfActor = accountParties(actor, account);
      const role = accountWorkflow
        .find(account.state, 'erase')
        ?.who.find((party) => partiesOfActor.has(party));
      if (role === undefined) throw forbidden();
      await memberships.assertKeepsAdmin(account);
      const { event, entry, at } = recorder.record('account', { actor, role, event: 'erase' });
      const erased = await store.update(accountId, revision, {
        $set: {
          ...withoutPerson(account, clock.now()),
          history: [...withoutTexts(account), entry],
          updatedAt: at,
        },
        $inc: { revision: 1 },
        $push: { pending: event },
      });
      if (erased === null) throw conflict();
      await endSessions(accountId, null);
      await removeNotices(accountId);
    },
  };
}

export type ErasureService = ReturnType<typeof createErasureService>;

function withoutPerson(account: AccountRecord, at: Date): Partial<AccountRecord> {
  return {
    name: '',
    identifiers: [],
    identifierKeys: [`erased:${account._id}`],
    passwordHash: null,
    state: 'erased',
    memberships: account.memberships.map((membership) => ({
      ...membership,
      state: 'ended' as const,
      since: at,
    })),
    office: null,
    noticeSettings: {},
    lastSignInAt: null,
  };
}

function withoutTexts(account: AccountRecord): AccountRecord['history'] {
  return account.history.map((entry) => ({ ...entry, text: null }));
}
