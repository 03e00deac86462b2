import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { type Actor, hasOfficeRole } from '../../accounts/actor.ts';
import { paths } from '../../paths.ts';
import type { Services } from '../../services.ts';
import { regions } from '../../vocabulary/regions.ts';
import { technologyFields } from '../../vocabulary/technologyFields.ts';
import { actorOf } from '../../web/actorOf.ts';
import { oneOf, pageNumber } from '../../web/formInputs.ts';
import { localPath } from '../../web/localPath.ts';
import { localsOf } from '../../web/locals.ts';
import { pagination } from '../../web/pagination.ts';
import { readQuery } from '../../web/readQuery.ts';
import { requireOffice, requireSignedIn } from '../../web/requireSignedIn.ts';
import { sendCsv } from '../../web/sendCsv.ts';
import { show } from '../../web/show.ts';
import type { Web } from '../../web/web.ts';
import { matrixColumns, matrixLines, matrixPage } from './matrixPage.ts';
import { createMatrixService, type MatrixView, officeScope, ownScope } from './matrixService.ts';

type Needs = Pick<Services, 'matching' | 'stores' | 'occurrences'>;

const PAGE_SIZE = 20;
/** So many listings are written at most; more are narrowed by region, field or score. */
const MOST_EXPORTED = 5_000;

const ownQuery = z.strictObject({
  side: oneOf(['supply', 'demand']).default('supply'),
  field: oneOf(technologyFields.codes).optional(),
  from: z.coerce.number().int().min(0).max(1000).optional(),
  page: pageNumber(),
});
const deskQuery = ownQuery.extend({ region: oneOf(regions.codes).optional() });
type Query = z.output<typeof deskQuery>;

/** Where a matrix is, whom it is for and what it reads; the own one and the office's are the same otherwise. */
interface Place {
  path: string;
  isOffice: boolean;
  query: typeof ownQuery | typeof deskQuery;
  cardPath: (match: string) => string;
}

const OWN: Place = {
  path: paths.myMatrix,
  isOffice: false,
  query: ownQuery,
  cardPath: (match) => `${paths.myMatches}/${match}`,
};
const OFFICE: Place = { path: paths.deskMatrix, isOffice: true, query: deskQuery, cardPath: paths.deskMatch };

/** `/my/matrix` and `/desk/matrix`: listings against the best of the other side, also as a table to save (F36). */
export function createMatrixRoutes({ matching, stores, occurrences }: Needs, { limits }: Web): Router {
  const service = createMatrixService({ ...matching, listings: stores.listings });

  const page = (place: Place) => async (request: Request, response: Response) => {
    const { frame } = localsOf(response);
    const viewer = actorOf(request);
    const query: Query = readQuery(place.query, request.query);
    const hasRows = place.isOffice || viewer.membership !== null;
    const { rows, total } = hasRows
      ? await service.page(viewOf(place, viewer, query), {
          skip: (query.page - 1) * PAGE_SIZE,
          limit: PAGE_SIZE,
        })
      : { rows: [], total: 0 };
    show(response, 'matrix/matrix', {
      ...matrixPage(rows, { ...frame, cardPath: place.cardPath }),
      ...filterParts(place, query, viewer, frame),
      total,
      hasOrganisation: hasRows,
      pagination: pagination(
        { page: query.page, pageSize: PAGE_SIZE, total },
        place.path,
        request.query,
        frame,
      ),
    });
  };

  const table = (place: Place) => async (request: Request, response: Response) => {
    const { frame } = localsOf(response);
    const viewer = actorOf(request);
    const query: Query = readQuery(place.query, request.query);
    const view = viewOf(place, viewer, query);
    const { total } = await service.page(view, { skip: 0, limit: 1 });
    const role = place.isOffice ? viewer.office?.role : viewer.membership?.role;
    const { page: _page, ...narrowing } = query;
    const detail = { what: place.isOffice ? 'deskMatrix' : 'ownMatrix', ...narrowing };
    await occurrences.record({ actor: viewer, role: role ?? 'member', event: 'export', detail });
    const reader = { ...frame, cardPath: place.cardPath };
    async function* pages() {
      for await (const rows of service.all(view, MOST_EXPORTED)) yield matrixLines(rows, reader);
      if (total > MOST_EXPORTED) yield [[frame.translate('matrix:cut', { shown: MOST_EXPORTED, total })]];
    }
    await sendCsv(response, 'matrix.csv', { header: matrixColumns(frame), pages: pages() });
  };

  const office = requireOffice('operator', 'supervisor', 'auditor');
  return Router()
    .get(paths.myMatrix, requireSignedIn, page(OWN))
    .get(`${paths.myMatrix}.csv`, requireSignedIn, limits.search, table(OWN))
    .get(paths.deskMatrix, office, page(OFFICE))
    .get(`${paths.deskMatrix}.csv`, office, limits.search, table(OFFICE));
}

/** @throws forbidden where the viewer has no such listings to look at. */
function viewOf({ isOffice }: Place, viewer: Actor, { side, region, field, from }: Query): MatrixView {
  return {
    viewer,
    asked: { side, field: field ?? null, fromScore: from ?? null },
    scope: isOffice ? officeScope(viewer, region ?? null) : ownScope(viewer),
  };
}

type Frame = ReturnType<typeof localsOf>['frame'];

/** Tabs and boxes; an operator chooses among the own regions. */
function filterParts(place: Place, { side, region, field, from }: Query, viewer: Actor, frame: Frame) {
  const { language, translate } = frame;
  const covered = hasOfficeRole(viewer, 'operator') ? (viewer.office?.regions ?? []) : null;
  const given = { side, region, field, from };
  const search = new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  return {
    isOffice: place.isOffice,
    isNarrowed: region !== undefined || field !== undefined || from !== undefined,
    heading: translate(place.isOffice ? 'matrix:deskTitle' : 'matrix:myTitle'),
    action: localPath(language, place.path),
    download: localPath(language, `${place.path}.csv?${search}`),
    tabs: (['supply', 'demand'] as const).map((each) => ({
      href: localPath(language, `${place.path}?side=${each}`),
      label: translate(`matrix:side.${each}`),
      isCurrent: each === side,
      count: null,
    })),
    values: { side, region: region ?? '', field: field ?? '', from: from ?? '' },
    regions: regions.entries.filter(({ code }) =>
      covered === null ? code.length === 2 : covered.some((mine) => code.startsWith(mine)),
    ),
    fields: technologyFields.entries,
  };
}
