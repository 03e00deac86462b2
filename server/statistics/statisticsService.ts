import type { ListingKind } from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import { hasOfficeRole } from '../accounts/actor.ts';
import { LISTING_KINDS } from '../catalogue/catalogue.ts';
import { addDays, type Clock, startOfDay, today } from '../clock.ts';
import { forbidden } from '../errors.ts';
import type { Stores } from '../stores.ts';
import { FUNNEL_STEPS, type FunnelStep, type FunnelStore } from './funnelStore.ts';
import { canNarrowTo, countByRegion } from './regionTable.ts';

export interface FunnelRow {
  step: FunnelStep;
  count: number;
}

/** Days the funnel looks back. */
export const FUNNEL_DAYS = 365;
/** A listing counts as fresh when its owner confirmed it within so many days. */
export const FRESH_DAYS = 90;

interface StatisticsParts {
  stores: Stores;
  funnel: FunnelStore;
  clock: Clock;
}

/** Counted figures; each is a count of documents or of first events, never an estimate. */
export function createStatisticsService({ stores, funnel, clock }: StatisticsParts) {
  async function published(): Promise<Record<ListingKind, number>> {
    const counts = await Promise.all(LISTING_KINDS.map((kind) => stores.listings.countPublished(kind)));
    return Object.fromEntries(LISTING_KINDS.map((kind, index) => [kind, counts[index] ?? 0])) as Record<
      ListingKind,
      number
    >;
  }

  return {
    /** Listings that reached each step within the last year. */
    async funnel(): Promise<FunnelRow[]> {
      const to = today(clock);
      const from = addDays(to, -FUNNEL_DAYS);
      return Promise.all(
        FUNNEL_STEPS.map(async (step) => ({ step, count: await funnel.count(step, from, to) })),
      );
    },

    /** What everybody may see: published by kind, verified organisations, how fresh the listings are. */
    async overview() {
      const since = startOfDay(addDays(today(clock), -FRESH_DAYS));
      const [counts, fresh, organisations] = await Promise.all([
        published(),
        stores.listings.countConfirmedSince(since),
        stores.organisations.count({ verification: 'verified', state: null, regions: null }),
      ]);
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      return {
        counts,
        total,
        organisations,
        fresh,
        freshShare: total === 0 ? null : Math.round((fresh / total) * 100),
      };
    },

    /**
     * The work that waits in the actor's regions, and the listings there by region and state.
     * @param narrowedTo one of these regions or a part of one; what lies elsewhere is forbidden.
     */
    async desk(actor: Actor, narrowedTo: string | null = null) {
      if (!hasOfficeRole(actor, 'operator', 'supervisor', 'auditor', 'administrator')) throw forbidden();
      const regions = actor.office?.role === 'operator' ? actor.office.regions : null;
      const level = actor.office?.role === 'operator' ? actor.office.level : null;
      if (narrowedTo !== null && !canNarrowTo(narrowedTo, regions)) throw forbidden();
      const [myReviews, reviews, organisations, overdueDeals] = await Promise.all([
        stores.listings.countQueue({ regions, level, kind: null }),
        stores.listings.countQueue({ regions, level: null, kind: null }),
        stores.organisations.count({ verification: 'requested', state: null, regions }),
        stores.deals.countOverdue(regions),
      ]);
      return {
        work: { myReviews, reviews, organisations, overdueDeals },
        regions: await countByRegion(
          narrowedTo === null ? regions : [narrowedTo],
          stores.listings.countByState,
        ),
      };
    },
  };
}

export type StatisticsService = ReturnType<typeof createStatisticsService>;
