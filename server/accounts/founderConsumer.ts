import type { Consumer } from '../relay/consumer.ts';
import type { AccountStore } from './accountStore.ts';
import { actorOf, currentMembership } from './actorOf.ts';
import type { MembershipService } from './membershipService.ts';

interface FounderParts {
  store: AccountStore;
  memberships: MembershipService;
}

/**
 * An organisation and the membership of its founder are two documents. When the process died between
 * the two, the founder is made admin here, from the event of the first.
 */
export function createFounderConsumer({ store, memberships }: FounderParts): Consumer {
  async function adopt(organisationId: string, founderId: string): Promise<void> {
    const founder = await store.find(founderId);
    if (founder?.state !== 'active' || currentMembership(founder) !== null) return;
    const hasEverHadMembers = (await store.ofOrganisation(organisationId)).length > 0;
    if (!hasEverHadMembers) await memberships.found(actorOf(founder), organisationId);
  }

  return {
    name: 'founders',
    batchSize: 50,
    async consume(events) {
      for (const { name, subject, actor } of events) {
        if (name === 'organisation.create' && actor.accountId !== null)
          await adopt(subject.id, actor.accountId);
      }
    },
  };
}
