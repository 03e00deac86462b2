import assert from 'node:assert/strict';
import type { ListingRecord } from '../../models/records.ts';
import type { Actor } from '../../server/accounts/actor.ts';
import type { ApplicationError } from '../../server/errors.ts';
import { listingRecord } from './listingRecords.ts';
import { createListingWorld, people, type WorldSettings } from './listingWorld.ts';

/** A world with one listing in it, and a short way to move it. */
export async function worldWith(change: Partial<ListingRecord>, settings: WorldSettings = {}) {
  const world = createListingWorld(settings);
  const listing = await world.put(listingRecord(change));
  async function move(
    event: string,
    actor: Actor = people.member,
    more: object = {},
  ): Promise<ListingRecord> {
    const { revision } = await world.store.get(listing._id);
    return world.moves.move({ actor, reference: listing._id, revision, event, ...more });
  }
  async function refusal(
    event: string,
    actor: Actor = people.member,
    more: object = {},
  ): Promise<ApplicationError> {
    return move(event, actor, more).then(
      () => assert.fail(`${event} was let through`),
      (error: ApplicationError) => error,
    );
  }
  return { ...world, move, refusal };
}
