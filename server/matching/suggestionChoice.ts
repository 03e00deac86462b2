import type { MatchRecord } from './match.ts';

/** Which organisations want no personalised suggestions, as they stand now, and what follows from it. */
export interface SuggestionChoices {
  /** Their ids, for queries. */
  declined: string[];
  /** Whether suggestions are made for the listings of an organisation. */
  wants(organisationId: string): boolean;
  /** An undecided pair with a side that wants none is shown to nobody; what was approved stays. */
  hides(match: Pick<MatchRecord, 'state' | 'supplyOrganisationId' | 'demandOrganisationId'>): boolean;
}

/**
 * The one place that knows who switched suggestions off (algorithm-recommendation rules art. 17). Read anew each
 * time, so that a choice counts at once and in every process.
 */
export function createSuggestionChoice(decliningOrganisations: () => Promise<string[]>) {
  return async (): Promise<SuggestionChoices> => {
    const declined = await decliningOrganisations();
    const known = new Set(declined);
    const wants = (organisationId: string) => !known.has(organisationId);
    return {
      declined,
      wants,
      hides: ({ state, supplyOrganisationId, demandOrganisationId }) =>
        state === 'suggested' && !(wants(supplyOrganisationId) && wants(demandOrganisationId)),
    };
  };
}

export type SuggestionChoice = ReturnType<typeof createSuggestionChoice>;
