import { EMPTY_SUBJECT, type FindSubject } from '../notices/noticeSubject.ts';
import type { MatchStore } from './matchStore.ts';

/** A match as the subject of notices: both sides are parties; of a silent demand nobody but its owner hears. */
export function createMatchSubject(store: MatchStore): FindSubject {
  return async (reference) => {
    const match = await store.find(reference);
    if (match === null) return null;
    return {
      ...EMPTY_SUBJECT,
      reference: match._id,
      parties: { supply: match.supplyOrganisationId, demand: match.demandOrganisationId },
      regionPath: match.regionPath,
      isSilent: match.isSilent,
    };
  };
}
