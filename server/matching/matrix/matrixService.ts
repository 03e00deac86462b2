import type { ListingKind, ListingRecord } from '../../../models/records.ts';
import type { Actor } from '../../accounts/actor.ts';
import { SUPPLY_KINDS } from '../../catalogue/catalogue.ts';
import { forbidden } from '../../errors.ts';
import type { ListingStore, Page, PublishedFilter } from '../../listings/listingStore.ts';
import { canReadListing, readerOf } from '../../listings/listingVisibility.ts';
import { pagesByInstant } from '../../pagesByInstant.ts';
import type { MatchSide, MatchState } from '../match.ts';
import { canReadMatch } from '../matchPermissions.ts';
import type { MatchCell, MatchStore } from '../matchStore.ts';
import { officeRegions } from '../officeRegions.ts';
import type { SuggestionChoice } from '../suggestionChoice.ts';

/** What a matrix is asked for: which side its rows are of, and what its cells are narrowed by. */
export interface MatrixAsked {
  side: MatchSide;
  field: string | null;
  fromScore: number | null;
}

/** A cell: a stored pair the viewer may see, with the other side's listing. */
export interface MatrixCell {
  match: MatchCell;
  counterpart: ListingRecord;
}

export interface MatrixRow {
  listing: ListingRecord;
  /** Best first. */
  cells: MatrixCell[];
}

/** Whose listings the rows are; null is everybody's and everywhere. */
export type MatrixScope = Pick<PublishedFilter, 'organisationId' | 'regions'>;

export interface MatrixView {
  viewer: Actor;
  asked: MatrixAsked;
  scope: MatrixScope;
}

interface MatrixParts {
  store: Pick<MatchStore, 'cellsOf'>;
  listings: Pick<ListingStore, 'publishedOfKinds' | 'countPublishedOfKinds' | 'findMany'>;
  choices: SuggestionChoice;
}

const MOST_CELLS = 25;
const EXPORT_PAGE = 100;

/** Many listings against the other side, from the pairs that are stored; nothing is computed here. */
export function createMatrixService({ store, listings, choices }: MatrixParts) {
  async function rowsOf(viewer: Actor, asked: MatrixAsked, own: ListingRecord[]): Promise<MatrixRow[]> {
    const { hides } = await choices();
    const found = await Promise.all(
      own.map(async (listing) => {
        const states = statesFor(viewer, listing);
        const cells = await store.cellsOf(asked.side, listing._id, { ...asked, states }, MOST_CELLS);
        return cells.filter((match) => canReadMatch(viewer, match) && !hides(match));
      }),
    );
    const other = (match: MatchCell) => (asked.side === 'supply' ? match.demand : match.supply);
    const references = [...new Set(found.flat().map(other))];
    const byReference = new Map((await listings.findMany(references)).map((each) => [each._id, each]));
    return own.map((listing, index) => ({
      listing,
      cells: (found[index] ?? []).flatMap((match): MatrixCell[] => {
        const counterpart = byReference.get(other(match));
        const isShown = counterpart && canReadListing(readerOf(viewer, counterpart), counterpart);
        return isShown ? [{ match, counterpart }] : [];
      }),
    }));
  }

  return {
    /** One page, the newest listings first. */
    async page({ viewer, asked, scope }: MatrixView, at: Page) {
      const filter = { ...scope, kinds: kindsOf(asked.side), until: null };
      const [own, total] = await Promise.all([
        listings.publishedOfKinds(filter, at),
        listings.countPublishedOfKinds(filter),
      ]);
      return { rows: await rowsOf(viewer, asked, own), total };
    },

    /** The same listings one page after the other, at most so many. */
    async *all({ viewer, asked, scope }: MatrixView, most: number): AsyncGenerator<MatrixRow[]> {
      const read = (until: Date | null, limit: number) =>
        listings.publishedOfKinds({ ...scope, kinds: kindsOf(asked.side), until }, { skip: 0, limit });
      let written = 0;
      for await (const own of pagesByInstant(read, ({ publishedAt }) => publishedAt, EXPORT_PAGE)) {
        yield await rowsOf(viewer, asked, own.slice(0, most - written));
        written += own.length;
        if (written >= most) return;
      }
    },
  };
}

export type MatrixService = ReturnType<typeof createMatrixService>;

function kindsOf(side: MatchSide): ListingKind[] {
  return side === 'demand' ? ['demand'] : [...SUPPLY_KINDS];
}

/** Undecided pairs are for the office, and for the owner of a silent demand. */
function statesFor(viewer: Actor, listing: ListingRecord): MatchState[] {
  const isOwn = viewer.membership?.organisationId === listing.organisationId;
  return isOwn && listing.visibility !== 'silent' ? ['approved'] : ['approved', 'suggested'];
}

/** The published listings of the viewer's organisation. */
export function ownScope({ membership }: Actor): MatrixScope {
  if (membership === null) throw forbidden('listings:needsOrganisation');
  return { organisationId: membership.organisationId, regions: null };
}

/** Everything published in the regions of an office post, or in one of them. */
export function officeScope(viewer: Actor, region: string | null): MatrixScope {
  return { organisationId: null, regions: officeRegions(viewer, region) };
}
