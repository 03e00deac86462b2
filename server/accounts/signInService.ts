import type { AccountRecord } from '../../models/records.ts';
import type { Clock } from '../clock.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import type { OccurrenceStore } from '../relay/occurrenceStore.ts';
import type { AccountStore } from './accountStore.ts';
import { actorOf } from './actorOf.ts';
import type { Passwords } from './passwords.ts';

/** Why somebody is not let in. Only who knows the password learns more than `unknown`. */
export type SignInRefusal = 'unknown' | 'unconfirmed' | 'suspended';
export type SignInResult =
  | { account: AccountRecord; refusal: null }
  | { account: null; refusal: SignInRefusal };

interface SignInParts {
  store: AccountStore;
  passwords: Passwords;
  occurrences: OccurrenceStore;
  recorder: ChangeRecorder;
  clock: Clock;
}

/** Lets people in by address and password, and records who tried. */
export function createSignInService({ store, passwords, occurrences, recorder, clock }: SignInParts) {
  async function refuse(
    refusal: SignInRefusal,
    mail: string,
    account: AccountRecord | null,
  ): Promise<SignInResult> {
    await occurrences.record({
      actor: null,
      role: 'visitor',
      event: 'sign-in-failed',
      detail: { accountId: account?._id ?? null, mailDigest: recorder.digest(mail), refusal },
    });
    return { account: null, refusal };
  }

  return {
    /** Checks an address and a password; takes as long for an address nobody has. */
    async verify(mailAsTyped: string, password: string): Promise<SignInResult> {
      const mail = mailAsTyped.trim().toLowerCase();
      const account = await store.findByMail(mail);
      const isRight = await passwords.verify(password, account?.passwordHash ?? null);
      if (account === null || !isRight) return refuse('unknown', mail, account);
      if (account.state !== 'active') {
        return refuse(account.state === 'suspended' ? 'suspended' : 'unconfirmed', mail, account);
      }
      await store.noteSignIn(account._id, clock.now());
      await occurrences.record({ actor: actorOf(account), role: 'self', event: 'sign-in' });
      return { account, refusal: null };
    },
  };
}

export type SignInService = ReturnType<typeof createSignInService>;
