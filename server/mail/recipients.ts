import type { AccountRecord } from '../../models/records.ts';
import { mailOf } from '../accounts/actorOf.ts';
import type { LinkSecrets } from '../accounts/linkSecrets.ts';
import type { TokenStore } from '../accounts/tokenStore.ts';
import type { Language } from '../localized.ts';
import { GUEST } from '../notices/noticeAudiences.ts';

export interface Recipient {
  mail: string;
  language: Language;
}

interface RecipientParts {
  findAccount: (id: string) => Promise<AccountRecord | null>;
  tokens: TokenStore;
  secrets: LinkSecrets;
}

/** Finds where a letter goes: to the address of an account, or to an address that was invited. */
export function createFindRecipient({ findAccount, tokens, secrets }: RecipientParts) {
  async function guest(eventId: string): Promise<Recipient | null> {
    const token = await tokens.find(secrets.digestOf(secrets.secretFor('invitation', eventId)));
    if (token === null || token.usedAt !== null) return null;
    const { mail, language } = token.detail as unknown as Recipient;
    return { mail, language };
  }

  return async (recipientId: string): Promise<Recipient | null> => {
    if (recipientId.startsWith(GUEST)) return guest(recipientId.slice(GUEST.length));
    const account = await findAccount(recipientId);
    const mail = account && mailOf(account);
    return account && mail !== null ? { mail, language: account.language } : null;
  };
}

export type FindRecipient = ReturnType<typeof createFindRecipient>;
