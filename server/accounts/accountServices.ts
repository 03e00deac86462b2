import type { Models } from '../../models/createModels.ts';
import type { Clock } from '../clock.ts';
import type { FileStore } from '../files/fileStore.ts';
import { createOrganisationMoves } from '../organisations/organisationMoves.ts';
import { createOrganisationService } from '../organisations/organisationService.ts';
import { createVerificationService } from '../organisations/verificationService.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import type { OccurrenceStore } from '../relay/occurrenceStore.ts';
import type { Stores } from '../stores.ts';
import { createAccountChanges } from './accountChanges.ts';
import { actorOf } from './actorOf.ts';
import { createConsoleService } from './consoleService.ts';
import { createErasureService } from './erasureService.ts';
import { createFounderConsumer } from './founderConsumer.ts';
import { createInvitationService } from './invitationService.ts';
import { createLinkSecrets } from './linkSecrets.ts';
import { createMembershipService } from './membershipService.ts';
import { createOfficeService } from './officeService.ts';
import { createPasswordService, type EndSessions } from './passwordService.ts';
import { createPasswords, type PasswordCost } from './passwords.ts';
import { createProfileService } from './profileService.ts';
import { createRegistrationService } from './registrationService.ts';
import { createSignInService } from './signInService.ts';
import { createTokenStore } from './tokenStore.ts';

interface AccountParts {
  models: Models;
  stores: Stores;
  recorder: ChangeRecorder;
  occurrences: OccurrenceStore;
  files: FileStore;
  clock: Clock;
  /** Links of letters are derived from it; better not the key of the log, which lies in the store. */
  linkKey: string;
  passwordCost?: PasswordCost;
}

/** Everything around people and organisations. */
export function createAccountServices({
  models,
  stores,
  recorder,
  occurrences,
  files,
  clock,
  linkKey,
  passwordCost,
}: AccountParts) {
  const { accounts: store, organisations } = stores;
  const changes = createAccountChanges({ store, recorder });
  const passwords = createPasswords(passwordCost);
  const secrets = createLinkSecrets(linkKey);
  const tokens = createTokenStore(models, secrets, clock);
  const endSessions: EndSessions = async (accountId, kept) => {
    await models.sessions.deleteMany({ accountId, ...(kept === null ? {} : { _id: { $ne: kept } }) });
  };
  const passwordService = createPasswordService({ store, changes, tokens, passwords, endSessions, clock });
  const memberships = createMembershipService({ store, changes, clock });
  const office = createOfficeService({ store, changes, endSessions });
  const organisationMoves = createOrganisationMoves({ store: organisations, recorder, clock });
  return {
    hasOperator: office.hasOperator,
    founderConsumer: createFounderConsumer({ store, memberships }),
    accounts: {
      registration: createRegistrationService({ store, changes, tokens, passwords, recorder, clock }),
      signIn: createSignInService({ store, passwords, occurrences, recorder, clock }),
      passwordService,
      console: createConsoleService({ store, changes, passwordService, secrets, recorder }),
      profile: createProfileService({ store, changes }),
      erasure: createErasureService({
        store,
        memberships,
        recorder,
        endSessions,
        removeNotices: async (accountId) => {
          await stores.notices.removeOf(accountId);
          await stores.savedSearches.removeOf(accountId);
          await stores.searchFinds.removeOf(accountId);
        },
        clock,
      }),
      invitations: createInvitationService({
        accounts: store,
        organisations,
        moves: organisationMoves,
        memberships,
        tokens,
      }),
      demoAccounts: store.demo,
      memberships,
      office,
      passwords,
      tokens,
      secrets,
      async findActor(accountId: string) {
        const account = await store.find(accountId);
        return account?.state === 'active' ? actorOf(account) : null;
      },
    },
    organisations: {
      service: createOrganisationService({
        store: organisations,
        moves: organisationMoves,
        memberships,
        recorder,
      }),
      verification: createVerificationService({
        store: organisations,
        moves: organisationMoves,
        files,
        occurrences,
        clock,
      }),
    },
  };
}

export type AccountServices = ReturnType<typeof createAccountServices>;
