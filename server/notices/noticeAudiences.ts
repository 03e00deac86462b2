import type { AccountRecord, LoggedEvent } from '../../models/records.ts';
import type { OfficeLevel } from '../accounts/actor.ts';
import { membershipIn } from '../accounts/membershipService.ts';
import type { NoticeSubject } from './noticeSubject.ts';

/** Names of the groups of people a rule can address. */
export type Audience =
  | 'self'
  | 'author'
  | 'house'
  | 'approvers'
  | 'admins'
  | 'everyParty'
  | 'otherParty'
  | 'waitingParty'
  | 'reviewers'
  | 'operators'
  | 'invitee';

/** Begins the id of a recipient who is known by an invitation only. */
export const GUEST = 'invitation:';

interface AudienceSources {
  membersOf: (organisationId: string) => Promise<AccountRecord[]>;
  operatorsFor: (level: OfficeLevel | null, regionPath: readonly string[]) => Promise<AccountRecord[]>;
}

type Resolve = (event: LoggedEvent, subject: NoticeSubject) => Promise<string[]>;

/**
 * Turns the name of an audience into ids of accounts. Whole houses are never written to: those who
 * run or approve there and whoever wrote the thing are enough.
 */
export function createNoticeAudiences({ membersOf, operatorsFor }: AudienceSources) {
  async function inRoles(organisationId: string | undefined, roles: readonly string[]): Promise<string[]> {
    if (organisationId === undefined) return [];
    const members = await membersOf(organisationId);
    return members
      .filter((member) => roles.includes(membershipIn(member, organisationId)?.role ?? ''))
      .map(({ _id }) => _id);
  }

  const leaders = (organisationId: string | undefined) => inRoles(organisationId, ['admin', 'approver']);

  /** The people of one party: who wrote for it, while still there, and who runs it. */
  async function party(name: string, subject: NoticeSubject): Promise<string[]> {
    const organisationId = subject.parties[name];
    const person = subject.people[name] ?? (name === 'owner' ? subject.people.author : undefined);
    if (organisationId === undefined) return person === undefined ? [] : [person];
    const members = new Set((await membersOf(organisationId)).map(({ _id }) => _id));
    const own = person !== undefined && members.has(person) ? [person] : [];
    return [...own, ...(await leaders(organisationId))];
  }

  const parties = async (names: string[], subject: NoticeSubject) =>
    (await Promise.all(names.map((name) => party(name, subject)))).flat();

  const audiences: Record<Audience, Resolve> = {
    self: async (_, subject) => (subject.people.self === undefined ? [] : [subject.people.self]),
    author: async (_, subject) => (subject.people.author === undefined ? [] : [subject.people.author]),
    house: async (_, subject) => party('owner', subject),
    approvers: async (_, subject) => leaders(subject.parties.owner),
    admins: async (_, subject) => inRoles(subject.parties.owner, ['admin']),
    everyParty: async (_, subject) =>
      subject.isSilent ? [] : parties(Object.keys(subject.parties), subject),
    otherParty: async ({ actor }, subject) => {
      const others = Object.keys(subject.parties).filter(
        (name) => subject.parties[name] !== actor.organisationId,
      );
      return subject.isSilent ? [] : parties(others, subject);
    },
    waitingParty: async (_, subject) =>
      subject.waitingFor === null ? [] : party(subject.waitingFor, subject),
    reviewers: async (_, subject) =>
      (await operatorsFor(subject.level, subject.regionPath)).map(({ _id }) => _id),
    operators: async (_, subject) => (await operatorsFor(null, subject.regionPath)).map(({ _id }) => _id),
    // Somebody who may have no account yet is known by the event of the invitation.
    invitee: async (event) => [`${GUEST}${event._id}`],
  };

  return {
    /** Everybody a rule addresses, each once, without whoever did it. */
    async resolve(names: readonly Audience[], event: LoggedEvent, subject: NoticeSubject): Promise<string[]> {
      const found = await Promise.all(names.map((name) => audiences[name](event, subject)));
      const ids = new Set(found.flat());
      if (event.actor.accountId !== null && !names.includes('self')) ids.delete(event.actor.accountId);
      return [...ids];
    },
  };
}

export type NoticeAudiences = ReturnType<typeof createNoticeAudiences>;
