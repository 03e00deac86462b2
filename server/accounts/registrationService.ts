import type { AccountRecord } from '../../models/records.ts';
import type { Clock } from '../clock.ts';
import { blocked, invalid } from '../errors.ts';
import type { Language } from '../localized.ts';
import { newId } from '../newId.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import type { AccountChanges } from './accountChanges.ts';
import { type AccountStore, mailKey } from './accountStore.ts';
import { accountWorkflow } from './accountWorkflow.ts';
import type { Passwords } from './passwords.ts';
import type { TokenRecord, TokenStore } from './tokenStore.ts';

export interface Registration {
  name: string;
  /** In lower case. */
  mail: string;
  password: string;
  language: Language;
}

interface RegistrationParts {
  store: AccountStore;
  changes: AccountChanges;
  tokens: TokenStore;
  passwords: Passwords;
  recorder: ChangeRecorder;
  clock: Clock;
}

const HOUR_MS = 3_600_000;
export const CONFIRMATION_LIFE_MS = 48 * HOUR_MS;
/** Letters about registration one address gets in an hour, whoever asks for them. */
const MOST_LETTERS = 5;

/** What one letter of confirmation confirms; the password is the one of the same registration. */
interface Candidate {
  name: string;
  language: Language;
  passwordHash: string;
}

/**
 * Registration. Nobody learns from it whether an address is known: the answer is always the same and
 * the letter says what is the case. A confirmation counts only together with the password of the same
 * registration, so that nobody can prepare an account for somebody else's address.
 */
export function createRegistrationService({
  store,
  changes,
  tokens,
  passwords,
  recorder,
  clock,
}: RegistrationParts) {
  const tokenFor = (accountId: string, eventId: string, candidate: Candidate) =>
    tokens.add({
      purpose: 'confirm',
      eventId,
      holder: accountId,
      detail: { ...candidate },
      lifeMs: CONFIRMATION_LIFE_MS,
    });

  async function addNew(mail: string, candidate: Candidate): Promise<boolean> {
    const { at, event, entry } = recorder.record('account', {
      actor: null,
      role: 'visitor',
      event: 'register',
    });
    const id = newId();
    await tokenFor(id, event.id, candidate);
    const change = { revision: 1, history: [entry], pending: [event], createdAt: at, updatedAt: at };
    return store.add({ ...emptyAccount(id, mail), ...candidate, ...change });
  }

  async function mayWrite(accountId: string): Promise<boolean> {
    const since = new Date(clock.now().getTime() - HOUR_MS);
    return (await tokens.countSince(accountId, 'confirm', since, CONFIRMATION_LIFE_MS)) < MOST_LETTERS;
  }

  /** The same registration sent twice makes one letter. */
  async function isRepeated(accountId: string, password: string): Promise<boolean> {
    const [latest] = await tokens.usableOf(accountId, 'confirm');
    return latest !== undefined && passwords.verify(password, candidateOf(latest).passwordHash);
  }

  async function registerKnown(
    account: AccountRecord,
    candidate: Candidate,
    password: string,
  ): Promise<void> {
    if (account.state === 'unconfirmed') {
      if ((await isRepeated(account._id, password)) || !(await mayWrite(account._id))) return;
      await changes.apply(account._id, () => ({
        actor: null,
        role: 'visitor',
        event: 'send-confirmation',
        before: (eventId) => tokenFor(account._id, eventId, candidate),
      }));
    } else if (
      accountWorkflow.find(account.state, 'register-again') !== null &&
      !(await wasToldLately(account))
    ) {
      await changes.apply(account._id, () => ({ actor: null, role: 'visitor', event: 'register-again' }));
    }
  }

  async function wasToldLately(account: AccountRecord): Promise<boolean> {
    const last = account.history.findLast((entry) => entry.event === 'register-again');
    return last !== undefined && clock.now().getTime() - last.at.getTime() < HOUR_MS;
  }

  return {
    /** Takes a registration; what comes of it is said in a letter to the address. */
    async register({ name, mail, password, language }: Registration): Promise<void> {
      const candidate = { name, language, passwordHash: await passwords.hash(password) };
      const known = await store.findByMail(mail);
      if (known !== null) return registerKnown(known, candidate, password);
      if (await addNew(mail, candidate)) return;
      const added = await store.findByMail(mail);
      if (added !== null) await registerKnown(added, candidate, password);
    },

    /** The name a link of confirmation was made for; null when the link can no longer be used. */
    async findConfirmation(secret: string): Promise<{ name: string } | null> {
      const token = await tokens.findUsable('confirm', secret);
      return token && { name: candidateOf(token).name };
    },

    /**
     * Confirms an address.
     * @throws blocked when the link is over, invalid when the password is not that of the registration.
     */
    async confirm(secret: string, password: string): Promise<AccountRecord> {
      const token = await tokens.findUsable('confirm', secret);
      if (token === null) throw blocked('accounts:linkOver');
      const candidate = candidateOf(token);
      if (!(await passwords.verify(password, candidate.passwordHash)))
        throw invalid([{ field: 'password', message: 'accounts:passwordOfRegistration' }]);
      const account = await store.get(token.accountId ?? '');
      if (accountWorkflow.find(account.state, 'confirm') === null || !(await tokens.use(token._id)))
        throw blocked('accounts:linkOver');
      const at = clock.now();
      return changes.apply(account._id, (current) => ({
        actor: null,
        role: 'link',
        event: 'confirm',
        set: { ...candidate, identifiers: verified(current, at) },
      }));
    },
  };
}

export type RegistrationService = ReturnType<typeof createRegistrationService>;

function candidateOf(token: TokenRecord): Candidate {
  return token.detail as unknown as Candidate;
}

/** The identifiers of an account with its address marked as verified. */
export function verified(account: AccountRecord, at: Date): AccountRecord['identifiers'] {
  return account.identifiers.map((identifier) =>
    identifier.kind === 'mail' && identifier.verifiedAt === null
      ? { ...identifier, verifiedAt: at }
      : identifier,
  );
}

/** An account that nothing is known of but its address. */
export function emptyAccount(id: string, mail: string) {
  return {
    _id: id,
    identifiers: [{ kind: 'mail' as const, value: mail, verifiedAt: null }],
    identifierKeys: [mailKey(mail)],
    state: 'unconfirmed' as const,
    memberships: [],
    office: null,
    isDemo: false,
    noticeSettings: {},
    lastSignInAt: null,
  };
}
