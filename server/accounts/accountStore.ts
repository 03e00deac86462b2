import type { QueryFilter, UpdateQuery } from 'mongoose';
import type { Models } from '../../models/createModels.ts';
import type { AccountRecord } from '../../models/records.ts';
import { notFound } from '../errors.ts';
import { isDuplicateKey } from '../isDuplicateKey.ts';
import type { OfficeLevel, OfficeRole } from './actor.ts';

type Filter = QueryFilter<AccountRecord>;

/** What the list of accounts is asked for; a text is the beginning of an address or of a name. */
export interface AccountFilter {
  text: string | null;
  state: AccountRecord['state'] | null;
  officeRole: OfficeRole | null;
}

const MOST_MEMBERS = 500;

/** The key under which an address is unique. */
export function mailKey(mail: string): string {
  return `mail:${mail}`;
}

/** Accounts as plain objects. A change is one guarded update: it fails when somebody else was first. */
export function createAccountStore({ accounts }: Pick<Models, 'accounts'>) {
  const find = async (id: string): Promise<AccountRecord | null> =>
    accounts.findOne({ _id: id }).lean<AccountRecord>();
  const all = async (filter: Filter, limit = MOST_MEMBERS): Promise<AccountRecord[]> =>
    accounts.find(filter, { pending: 0, history: 0 }, { sort: { _id: 1 }, limit }).lean<AccountRecord[]>();

  return {
    find,
    get: async (id: string): Promise<AccountRecord> => {
      const account = await find(id);
      if (account === null) throw notFound();
      return account;
    },
    findByMail: async (mail: string): Promise<AccountRecord | null> =>
      accounts.findOne({ identifierKeys: mailKey(mail) }).lean<AccountRecord>(),
    findMany: async (ids: string[]): Promise<AccountRecord[]> =>
      ids.length === 0 ? [] : all({ _id: { $in: ids } }),
    /** Adds an account. @returns false when one of its identifiers is taken. */
    async add(account: AccountRecord): Promise<boolean> {
      try {
        await accounts.insertMany([account]);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    update: async (
      id: string,
      revision: number,
      update: UpdateQuery<AccountRecord>,
    ): Promise<AccountRecord | null> =>
      accounts
        .findOneAndUpdate({ _id: id, revision }, update, { returnDocument: 'after' })
        .lean<AccountRecord>(),
    noteSignIn: async (id: string, at: Date): Promise<void> => {
      await accounts.updateOne({ _id: id }, { $set: { lastSignInAt: at } });
    },
    /** Everybody who belongs, asks to belong or belonged to an organisation. */
    ofOrganisation: (organisationId: string) => all({ 'memberships.organisationId': organisationId }),
    /** Active people in the office with a role; with a level, only of that level. */
    inOffice: async (role: OfficeRole, level: OfficeLevel | null = null): Promise<AccountRecord[]> =>
      (await all({ 'office.role': role })).filter(
        (account) => account.state === 'active' && (level === null || account.office?.level === level),
      ),
    demo: () => all({ isDemo: true }, 50),
    page: async (filter: AccountFilter, skip: number, limit: number): Promise<AccountRecord[]> =>
      accounts
        .find(filterOf(filter), { pending: 0, history: 0 }, { sort: { createdAt: -1, _id: 1 }, skip, limit })
        .lean<AccountRecord[]>(),
    count: async (filter: AccountFilter): Promise<number> => accounts.countDocuments(filterOf(filter)),
  };
}

export type AccountStore = ReturnType<typeof createAccountStore>;

const ALL_STATES: AccountRecord['state'][] = ['unconfirmed', 'active', 'suspended', 'erased'];

function filterOf({ text, state, officeRole }: AccountFilter): Filter {
  return {
    ...(text === null
      ? {}
      : {
          $or: [
            { identifierKeys: { $elemMatch: beginning(mailKey(text.toLowerCase())) } },
            { name: beginning(text) },
          ],
        }),
    ...(state === null && text === null && officeRole === null ? { state: { $in: ALL_STATES } } : {}),
    ...(state === null ? {} : { state }),
    ...(officeRole === null ? {} : { 'office.role': officeRole }),
  };
}

/** Everything that begins with a text, as a range that an index answers. */
function beginning(text: string) {
  return { $gte: text, $lt: `${text}\uffff` };
}
