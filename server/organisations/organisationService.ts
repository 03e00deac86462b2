import { isDeepStrictEqual } from 'node:util';
import type { OrganisationRecord } from '../../models/records.ts';
import { isAdminOf } from '../accounts/accountPermissions.ts';
import type { Actor } from '../accounts/actor.ts';
import type { MembershipService } from '../accounts/membershipService.ts';
import { forbidden, invalid } from '../errors.ts';
import type { LocalizedText } from '../localized.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import { regionPath } from '../vocabulary/regionPath.ts';
import type { OrganisationMoves } from './organisationMoves.ts';
import { identifierKey, type OrganisationStore } from './organisationStore.ts';

/** What an organisation says about itself; `creditCode` in its stored form, `region` the narrowest code. */
export interface OrganisationProfile {
  name: LocalizedText;
  kind: string;
  region: string;
  creditCode: string | null;
  description: LocalizedText | null;
  website: string | null;
  fields: string[];
  size: string | null;
  isStateFounded: boolean;
  requiresApproval: boolean;
  units: { id: string; name: LocalizedText }[];
}

/** A new organisation, or the one that holds the code already, which one can ask to join. */
export type CreateResult =
  | { organisation: OrganisationRecord; taken: null }
  | { organisation: null; taken: OrganisationRecord };

interface OrganisationParts {
  store: OrganisationStore;
  moves: OrganisationMoves;
  memberships: MembershipService;
  recorder: ChangeRecorder;
}

/** Organisations as their own people see and change them. */
export function createOrganisationService({ store, moves, memberships, recorder }: OrganisationParts) {
  async function holderOf(creditCode: string | null): Promise<OrganisationRecord | null> {
    return creditCode === null ? null : store.findByIdentifier('uscc', creditCode);
  }

  async function insert(actor: Actor, id: string, profile: OrganisationProfile): Promise<'added' | 'taken'> {
    const { at, event, entry } = recorder.record('organisation', {
      actor,
      role: 'founder',
      event: 'create',
      detail: { kind: profile.kind },
    });
    const { fields } = fieldsOf(profile);
    const change = { revision: 1, history: [entry], pending: [event], createdAt: at, updatedAt: at };
    return store.add({ _id: id, ...NEW, ...fields, createdBy: actor.accountId, ...change });
  }

  return {
    find: store.find,
    get: store.get,
    findMany: store.findMany,
    findByIdentifier: store.findByIdentifier,

    /**
     * Creates an organisation with the actor as its admin. `id` comes from the form, so that a form
     * sent twice creates one.
     */
    async create(actor: Actor, id: string, profile: OrganisationProfile): Promise<CreateResult> {
      if (actor.membership !== null) {
        const own = await store.get(actor.membership.organisationId);
        if (own._id === id) return { organisation: own, taken: null };
        throw forbidden('accounts:alreadyMember');
      }
      assertRegion(profile.region);
      const result = await insert(actor, id, profile);
      if (result === 'taken') {
        const taken = await holderOf(profile.creditCode);
        if (taken !== null && taken._id !== id) return { organisation: null, taken };
        if ((await store.find(id))?.createdBy !== actor.accountId) throw forbidden();
      }
      const isFounded = (await memberships.membersOf(id)).length > 0;
      if (!isFounded) await memberships.found(actor, id);
      return { organisation: await store.get(id), taken: null };
    },

    /** Changes what an organisation says of itself; a change of what was verified ends the verification. */
    async edit(
      actor: Actor,
      organisationId: string,
      revision: number,
      profile: OrganisationProfile,
    ): Promise<OrganisationRecord> {
      assertRegion(profile.region);
      const before = await store.get(organisationId);
      const { fields, unset } = fieldsOf(profile);
      const event = isSameIdentity(before, fields) ? 'edit' : 'amend';
      return moves.move({ actor, organisationId, revision, event, set: fields, unset });
    },

    /** Switches personalised suggestions for the organisation's listings on or off; asking again changes nothing. */
    async chooseSuggestions(actor: Actor, organisationId: string, isWanted: boolean): Promise<void> {
      if (!isAdminOf(actor, organisationId)) throw forbidden();
      const { revision, declinesSuggestions = false } = await store.get(organisationId);
      if (isWanted === !declinesSuggestions) return;
      const act = { actor, organisationId, revision };
      await (isWanted
        ? moves.move({ ...act, event: 'accept-suggestions', unset: ['declinesSuggestions'] })
        : moves.move({ ...act, event: 'decline-suggestions', set: { declinesSuggestions: true } }));
    },
  };
}

export type OrganisationService = ReturnType<typeof createOrganisationService>;

const NEW = {
  mergedInto: null,
  verification: 'none' as const,
  verificationRequestedAt: null,
  verifiedAt: null,
  verifiedChecks: [],
  dueAt: null,
  evidence: [],
  state: 'active' as const,
};

function assertRegion(code: string): void {
  if (regionPath(code).at(-1) !== code)
    throw invalid([{ field: 'region', message: 'organisations:regionUnknown' }]);
}

/** The stored form of a profile. Without a code the unique key is absent, not empty, so that many can have none. */
function fieldsOf({ region, creditCode, ...rest }: OrganisationProfile) {
  const identifiers = creditCode === null ? [] : [{ scheme: 'uscc', value: creditCode }];
  const keys = creditCode === null ? {} : { identifierKeys: [identifierKey('uscc', creditCode)] };
  const unset: (keyof OrganisationRecord)[] = creditCode === null ? ['identifierKeys'] : [];
  return { fields: { ...rest, regionPath: regionPath(region), identifiers, ...keys }, unset };
}

/** Whether what an operator checks (name, kind, place, code) stays as it was. */
export function isSameIdentity(
  before: Pick<OrganisationRecord, 'name' | 'kind' | 'regionPath' | 'identifiers'>,
  after: Pick<OrganisationRecord, 'name' | 'kind' | 'regionPath' | 'identifiers'>,
): boolean {
  const identity = ({ name, kind, regionPath: path, identifiers }: typeof before) => ({
    zh: name.zh ?? null,
    en: name.en ?? null,
    kind,
    path: [...path],
    codes: identifiers.map(({ scheme, value }) => identifierKey(scheme, value)),
  });
  return isDeepStrictEqual(identity(before), identity(after));
}
