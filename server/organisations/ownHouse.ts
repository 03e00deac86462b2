import type { OrganisationRecord } from '../../models/records.ts';
import { isAdminOf } from '../accounts/accountPermissions.ts';
import type { Actor } from '../accounts/actor.ts';
import { forbidden } from '../errors.ts';
import type { OrganisationService } from './organisationService.ts';

/** The organisation the actor runs. @throws forbidden for whoever runs none. */
export async function ownHouse(actor: Actor, service: OrganisationService): Promise<OrganisationRecord> {
  const id = actor.membership?.organisationId;
  if (id === undefined || !isAdminOf(actor, id)) throw forbidden('organisations:adminOnly');
  return service.get(id);
}
