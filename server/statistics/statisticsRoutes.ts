import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { hasOfficeRole } from '../accounts/actor.ts';
import { LISTING_KINDS } from '../catalogue/catalogue.ts';
import { today } from '../clock.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { listingKinds } from '../vocabulary/listingKinds.ts';
import { regionLabel } from '../vocabulary/regionPath.ts';
import { regions as knownRegions } from '../vocabulary/regions.ts';
import { actorOf } from '../web/actorOf.ts';
import { maybeOneOf } from '../web/formInputs.ts';
import { localPath } from '../web/localPath.ts';
import { localsOf } from '../web/locals.ts';
import { readQuery } from '../web/readQuery.ts';
import { requireOffice } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { csvOf } from './csv.ts';
import { deskTable } from './deskTable.ts';
import { funnelChart } from './funnelChart.ts';
import { FRESH_DAYS, FUNNEL_DAYS } from './statisticsService.ts';

const deskQuery = z.strictObject({ region: maybeOneOf(knownRegions.codes).default(null) });

/** `/statistics` for everybody and `/desk` for the office; each figure with its definition and its download. */
export function createStatisticsRoutes({
  statistics,
  matching,
  clock,
}: Pick<Services, 'statistics' | 'matching' | 'clock'>): Router {
  async function funnelRows(response: Response) {
    const { translate } = localsOf(response).frame;
    const rows = await statistics.funnel();
    return rows.map(({ step, count }) => ({
      step,
      label: translate(`statistics:step.${step}`),
      definition: translate(`statistics:definition.${step}`),
      count,
    }));
  }

  async function funnelPart(response: Response) {
    const { language, translate } = localsOf(response).frame;
    return {
      rows: await funnelRows(response),
      picture: localPath(language, `${paths.statistics}/funnel.svg`),
      download: localPath(language, `${paths.statistics}/funnel.csv`),
      countedOn: today(clock),
      lead: translate('statistics:funnelLead', { days: FUNNEL_DAYS }),
    };
  }

  async function showPublic(_request: Request, response: Response) {
    const { language, translate } = localsOf(response).frame;
    const { counts, organisations, freshShare } = await statistics.overview();
    const figure = (label: string, value: number | string, definition: string) => ({
      label,
      value,
      unit: '',
      href: '',
      definition,
    });
    show(response, 'statistics/public', {
      figures: [
        ...LISTING_KINDS.map((kind) =>
          figure(
            listingKinds.label(kind, language),
            counts[kind],
            translate('statistics:publishedDefinition'),
          ),
        ),
        figure(
          translate('statistics:organisations'),
          organisations,
          translate('statistics:organisationsDefinition'),
        ),
        figure(
          translate('statistics:fresh'),
          freshShare === null ? '–' : `${freshShare} %`,
          translate('statistics:freshDefinition', { days: FRESH_DAYS }),
        ),
      ],
      funnel: await funnelPart(response),
    });
  }

  async function showDesk(request: Request, response: Response) {
    const { language, translate } = localsOf(response).frame;
    const actor = actorOf(request);
    const { region } = readQuery(deskQuery, request.query);
    const { work: counted, regions } = await statistics.desk(actor, region);
    const isReader = hasOfficeRole(actor, 'operator', 'supervisor', 'auditor');
    const work = { ...counted, matches: isReader ? await matching.service.countWaiting(actor) : 0 };
    const item = (href: string, key: keyof typeof work) => ({
      href: localPath(language, href),
      label: translate(`statistics:work.${key}`),
      value: work[key],
      unit: '',
      definition: '',
    });
    show(response, 'statistics/desk', {
      regions:
        actor.office?.role === 'operator'
          ? actor.office.regions.map((code) => regionLabel(code, language))
          : [],
      work: isReader
        ? [
            item(paths.deskReview, 'myReviews'),
            item(`${paths.deskReview}?scope=all`, 'reviews'),
            item(paths.deskMatches, 'matches'),
            item(paths.deskOrganisations, 'organisations'),
            item(paths.deskCases, 'overdueDeals'),
          ]
        : [],
      table: deskTable(regions, region, localsOf(response).frame),
      funnel: await funnelPart(response),
    });
  }

  async function picture(_request: Request, response: Response) {
    response.type('image/svg+xml').send(funnelChart(await funnelRows(response)));
  }

  async function download(_request: Request, response: Response) {
    const { translate } = localsOf(response).frame;
    const header = ['step', 'count', 'definition', 'date'].map((name) =>
      translate(`statistics:column.${name}`),
    );
    const rows = (await funnelRows(response)).map(({ label, count, definition }) => [
      label,
      String(count),
      definition,
      today(clock),
    ]);
    response
      .attachment('funnel.csv')
      .type('text/csv; charset=utf-8')
      .send(csvOf([header, ...rows]));
  }

  return Router()
    .get(paths.statistics, showPublic)
    .get(`${paths.statistics}/funnel.svg`, picture)
    .get(`${paths.statistics}/funnel.csv`, download)
    .get(paths.desk, requireOffice('operator', 'supervisor', 'administrator', 'auditor'), showDesk);
}
