import type { AccountRecord } from '../../models/records.ts';
import { forbidden } from '../errors.ts';
import type { Language } from '../localized.ts';
import type { AccountChanges } from './accountChanges.ts';
import type { AccountStore } from './accountStore.ts';
import type { Actor } from './actor.ts';

export type NoticeChannel = 'site' | 'mail' | 'none';

interface ProfileParts {
  store: AccountStore;
  changes: AccountChanges;
}

/** What people change about themselves. */
export function createProfileService({ store, changes }: ProfileParts) {
  async function own(actor: Actor): Promise<AccountRecord> {
    const account = await store.get(actor.accountId);
    if (account.state !== 'active') throw forbidden();
    return account;
  }

  return {
    own,
    async change(actor: Actor, profile: { name: string; language: Language }): Promise<void> {
      const account = await own(actor);
      if (account.name === profile.name && account.language === profile.language) return;
      await changes.apply(actor.accountId, () => ({
        actor,
        role: 'self',
        event: 'change-profile',
        set: profile,
      }));
    },
    /** How each kind of notice reaches the person. */
    async changeNotices(actor: Actor, noticeSettings: Record<string, NoticeChannel>): Promise<void> {
      await own(actor);
      await changes.apply(actor.accountId, () => ({
        actor,
        role: 'self',
        event: 'change-notices',
        detail: { ...noticeSettings },
        set: { noticeSettings },
      }));
    },
  };
}

export type ProfileService = ReturnType<typeof createProfileService>;
