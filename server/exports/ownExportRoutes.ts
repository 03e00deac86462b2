import { type Request, type Response, Router } from 'express';
import type { Actor } from '../accounts/actor.ts';
import { today } from '../clock.ts';
import { forbidden } from '../errors.ts';
import { narrowingOf, ownListQuery } from '../myListings/ownListForms.ts';
import { pagesByInstant } from '../pagesByInstant.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { actorOf } from '../web/actorOf.ts';
import { localsOf } from '../web/locals.ts';
import { readQuery } from '../web/readQuery.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { sendCsv } from '../web/sendCsv.ts';
import type { Web } from '../web/web.ts';
import { dealCells, dealColumns } from './dealTable.ts';
import { listingColumns, listingRow } from './listingTable.ts';

type Needs = Pick<Services, 'stores' | 'deals' | 'occurrences' | 'clock'>;

const BEGINNING = new Date(0);
const changedAt = ({ updatedAt }: { updatedAt: Date }) => updatedAt;

const listingQuery = ownListQuery.omit({ page: true });

/** `/my/listings.csv`, `/my/deals.csv`: what an organisation has, for its own people, as a table. */
export function createOwnExportRoutes(
  { stores, deals, occurrences, clock }: Needs,
  { limits }: Pick<Web, 'limits'>,
): Router {
  async function begin(actor: Actor, detail: { what: string }): Promise<string> {
    if (actor.membership === null) throw forbidden('listings:needsOrganisation');
    await occurrences.record({ actor, role: actor.membership.role, event: 'export', detail });
    return actor.membership.organisationId;
  }

  async function exportListings(request: Request, response: Response) {
    const { language, translate } = localsOf(response).frame;
    const query = readQuery(listingQuery, request.query);
    const organisationId = await begin(actorOf(request), { what: 'ownListings', ...query });
    const reader = { language, translate, today: today(clock) };
    async function* rows() {
      const read = (since: Date | null, limit: number) =>
        stores.listings.ofOrganisationSince(
          organisationId,
          { since: since ?? BEGINNING, limit },
          narrowingOf(query),
        );
      for await (const page of pagesByInstant(read, changedAt))
        yield page.map((listing) => listingRow(listing, reader));
    }
    await sendCsv(response, 'listings.csv', { header: listingColumns(reader), pages: rows() });
  }

  async function exportDeals(request: Request, response: Response) {
    const { language, translate } = localsOf(response).frame;
    const viewer = actorOf(request);
    const organisationId = await begin(viewer, { what: 'ownDeals' });
    const reader = { language, translate, viewer };
    async function* rows() {
      const read = (since: Date | null, limit: number) =>
        stores.deals.ofOrganisationSince(organisationId, { since: since ?? BEGINNING, limit });
      for await (const page of pagesByInstant(read, changedAt))
        yield (await deals.reading.withParts(page)).map((parts) => dealCells(parts, reader));
    }
    await sendCsv(response, 'deals.csv', { header: dealColumns(reader), pages: rows() });
  }

  return Router()
    .get(`${paths.myListings}.csv`, requireSignedIn, limits.search, exportListings)
    .get(`${paths.myDeals}.csv`, requireSignedIn, limits.search, exportDeals);
}
