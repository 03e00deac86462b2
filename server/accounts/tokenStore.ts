import type { Models } from '../../models/createModels.ts';
import type { Clock } from '../clock.ts';
import type { LinkPurpose, LinkSecrets } from './linkSecrets.ts';

export interface TokenRecord {
  _id: string;
  purpose: LinkPurpose;
  accountId: string | null;
  detail: Record<string, unknown>;
  expiresAt: Date;
  usedAt: Date | null;
}

export interface NewToken {
  purpose: LinkPurpose;
  /** The event whose mail will carry the link. */
  eventId: string;
  /** Whom it is for; for invitations the address as `mail:…`, because there may be no account yet. */
  holder: string;
  detail?: Record<string, unknown>;
  lifeMs: number;
}

/** Single-use links by the digest of their secret. */
export function createTokenStore({ tokens }: Pick<Models, 'tokens'>, secrets: LinkSecrets, clock: Clock) {
  const usable = () => ({ usedAt: null, expiresAt: { $gt: clock.now() } });

  return {
    /** Keeps a token for an event. @returns its id. */
    async add({ purpose, eventId, holder, detail = {}, lifeMs }: NewToken): Promise<string> {
      const id = secrets.digestOf(secrets.secretFor(purpose, eventId));
      const expiresAt = new Date(clock.now().getTime() + lifeMs);
      await tokens.insertMany([{ _id: id, purpose, accountId: holder, detail, expiresAt, usedAt: null }]);
      return id;
    },
    find: async (id: string): Promise<TokenRecord | null> => tokens.findOne({ _id: id }).lean<TokenRecord>(),
    /** The token behind a secret while it can still be used. */
    findUsable: async (purpose: LinkPurpose, secret: string): Promise<TokenRecord | null> =>
      tokens.findOne({ _id: secrets.digestOf(secret), purpose, ...usable() }).lean<TokenRecord>(),
    /** Uses a token up; of two at once only one succeeds. */
    use: async (id: string): Promise<boolean> =>
      (await tokens.findOneAndUpdate({ _id: id, ...usable() }, { $set: { usedAt: clock.now() } }).lean()) !==
      null,
    /** Tokens of a holder that can still be used, the newest first. */
    usableOf: async (holder: string, purpose: LinkPurpose): Promise<TokenRecord[]> =>
      tokens
        .find({ accountId: holder, purpose, ...usable() }, null, { sort: { expiresAt: -1 }, limit: 50 })
        .lean<TokenRecord[]>(),
    /** How many links of a purpose a holder got since an instant, given how long such links live. */
    countSince: async (holder: string, purpose: LinkPurpose, since: Date, lifeMs: number): Promise<number> =>
      tokens.countDocuments({
        accountId: holder,
        purpose,
        expiresAt: { $gt: new Date(since.getTime() + lifeMs) },
      }),
  };
}

export type TokenStore = ReturnType<typeof createTokenStore>;
