import type { AccountRecord } from '../../models/records.ts';
import type { Clock } from '../clock.ts';
import { blocked, invalid } from '../errors.ts';
import type { AccountChanges } from './accountChanges.ts';
import type { AccountStore } from './accountStore.ts';
import { accountWorkflow } from './accountWorkflow.ts';
import type { Actor } from './actor.ts';
import type { Passwords } from './passwords.ts';
import { verified } from './registrationService.ts';
import type { TokenStore } from './tokenStore.ts';

const HOUR_MS = 3_600_000;
/** A link for a new password is for somebody who waits for it. */
export const PASSWORD_LINK_LIFE_MS = HOUR_MS;
/** A link an administrator hands over may take a day to arrive. */
export const CONSOLE_LINK_LIFE_MS = 24 * HOUR_MS;
const MOST_LETTERS = 3;

/** Ends the sessions of an account, but for the one with the given id. */
export type EndSessions = (accountId: string, keptSessionId: string | null) => Promise<void>;

interface PasswordParts {
  store: AccountStore;
  changes: AccountChanges;
  tokens: TokenStore;
  passwords: Passwords;
  endSessions: EndSessions;
  clock: Clock;
}

/** New passwords: by a mailed link, or by somebody who knows the old one. Other sessions end with it. */
export function createPasswordService({
  store,
  changes,
  tokens,
  passwords,
  endSessions,
  clock,
}: PasswordParts) {
  async function mayWrite(accountId: string): Promise<boolean> {
    const since = new Date(clock.now().getTime() - HOUR_MS);
    return (await tokens.countSince(accountId, 'password', since, PASSWORD_LINK_LIFE_MS)) < MOST_LETTERS;
  }

  /** Makes the event that mails a link. @returns the event's id, from which the link follows. */
  async function makeLink(
    account: AccountRecord,
    role: 'visitor' | 'console',
    lifeMs: number,
  ): Promise<string> {
    let made = '';
    await changes.apply(account._id, () => ({
      actor: null,
      role,
      event: 'ask-password',
      before: async (eventId) => {
        await tokens.add({ purpose: 'password', eventId, holder: account._id, lifeMs });
        made = eventId;
      },
    }));
    return made;
  }

  return {
    makeLink,
    /** Mails a link to the address if somebody has it; the answer is the same if nobody has. */
    async ask(mailAsTyped: string): Promise<void> {
      const account = await store.findByMail(mailAsTyped.trim().toLowerCase());
      if (account === null || accountWorkflow.find(account.state, 'ask-password') === null) return;
      if (await mayWrite(account._id)) await makeLink(account, 'visitor', PASSWORD_LINK_LIFE_MS);
    },

    isLinkUsable: async (secret: string): Promise<boolean> =>
      (await tokens.findUsable('password', secret)) !== null,

    /** Sets the password of the account a link was mailed to; the link also confirms the address. */
    async reset(secret: string, password: string): Promise<AccountRecord> {
      const token = await tokens.findUsable('password', secret);
      const account = token && (await store.find(token.accountId ?? ''));
      if (!token || !account || accountWorkflow.find(account.state, 'reset-password') === null)
        throw blocked('accounts:linkOver');
      const passwordHash = await passwords.hash(password);
      if (!(await tokens.use(token._id))) throw blocked('accounts:linkOver');
      const at = clock.now();
      const changed = await changes.apply(account._id, (current) => ({
        actor: null,
        role: 'link',
        event: 'reset-password',
        set: { passwordHash, identifiers: verified(current, at) },
      }));
      await endSessions(account._id, null);
      return changed;
    },

    /** @throws invalid when the old password is wrong. */
    async change(actor: Actor, old: string, password: string, keptSessionId: string | null): Promise<void> {
      const account = await store.get(actor.accountId);
      if (!(await passwords.verify(old, account.passwordHash)))
        throw invalid([{ field: 'oldPassword', message: 'accounts:passwordWrong' }]);
      const passwordHash = await passwords.hash(password);
      await changes.apply(actor.accountId, () => ({
        actor,
        role: 'self',
        event: 'change-password',
        set: { passwordHash },
      }));
      await endSessions(actor.accountId, keptSessionId);
    },
  };
}

export type PasswordService = ReturnType<typeof createPasswordService>;
