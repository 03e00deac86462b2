import type { Models } from '../../models/createModels.ts';

/** The steps from posting to agreement, in order. */
export const FUNNEL_STEPS = ['published', 'viewed', 'requested', 'answered', 'inTalks', 'agreed'] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

export interface FunnelListing {
  kind: string;
  province: string;
}

/** How far each listing got, by the first day of each step. A step seen twice changes nothing. */
export function createFunnelStore({ funnels }: Pick<Models, 'funnels'>) {
  return {
    /** Notes that a listing reached a step on a day (`YYYY-MM-DD`); an earlier day wins. */
    async reach(
      listing: string,
      step: FunnelStep,
      day: string,
      about: FunnelListing | null = null,
    ): Promise<void> {
      await funnels.updateOne(
        { _id: listing },
        { $min: { [step]: day }, ...(about ? { $set: about } : {}) },
        { upsert: true },
      );
    },
    /** Listings that reached a step in a span of days, both ends included. */
    count: async (step: FunnelStep, from: string, to: string): Promise<number> =>
      funnels.countDocuments({ [step]: { $gte: from, $lte: to } }),
  };
}

export type FunnelStore = ReturnType<typeof createFunnelStore>;
