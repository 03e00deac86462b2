import type { AccountRecord } from '../../models/records.ts';
import { blocked } from '../errors.ts';
import type { Language } from '../localized.ts';
import { newId } from '../newId.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import type { AccountChanges } from './accountChanges.ts';
import type { AccountStore } from './accountStore.ts';
import type { LinkSecrets } from './linkSecrets.ts';
import { assertPost, type Post } from './officeService.ts';
import { CONSOLE_LINK_LIFE_MS, type PasswordService } from './passwordService.ts';
import { emptyAccount } from './registrationService.ts';

export interface OfficePerson {
  /** In lower case. */
  mail: string;
  name: string;
  language: Language;
  post: Post;
}

interface ConsoleParts {
  store: AccountStore;
  changes: AccountChanges;
  passwordService: PasswordService;
  secrets: LinkSecrets;
  recorder: ChangeRecorder;
}

/** What only whoever runs the server can do: put the first people into the office. */
export function createConsoleService({ store, changes, passwordService, secrets, recorder }: ConsoleParts) {
  async function add({ mail, name, language }: OfficePerson): Promise<AccountRecord> {
    const { at, event, entry } = recorder.record('account', {
      actor: null,
      role: 'console',
      event: 'create',
    });
    const change = { revision: 1, history: [entry], pending: [event], createdAt: at, updatedAt: at };
    await store.add({ ...emptyAccount(newId(), mail), name, language, passwordHash: null, ...change });
    const added = await store.findByMail(mail);
    if (added === null) throw new Error(`The account ${mail} could not be added`);
    return added;
  }

  return {
    /**
     * Gives somebody a post, with a new account if the address has none.
     * @returns the secret of the link that sets the password; null for somebody who has one.
     */
    async appoint(person: OfficePerson): Promise<{ accountId: string; secret: string | null }> {
      assertPost(person.post);
      const account = (await store.findByMail(person.mail)) ?? (await add(person));
      if (account.state === 'suspended') throw blocked('accounts:notPossible');
      await changes.apply(account._id, () => ({
        actor: null,
        role: 'console',
        event: 'appoint',
        detail: { ...person.post },
        set: { office: person.post },
      }));
      if (account.passwordHash !== null) return { accountId: account._id, secret: null };
      const eventId = await passwordService.makeLink(account, 'console', CONSOLE_LINK_LIFE_MS);
      return { accountId: account._id, secret: secrets.secretFor('password', eventId) };
    },
  };
}

export type ConsoleService = ReturnType<typeof createConsoleService>;
