import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { parseBrowseQuery, readCode } from '../browse/browseQuery.ts';
import { LISTING_KINDS } from '../catalogue/catalogue.ts';
import type { Issue } from '../errors.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { actorOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import { oneOf, requiredText } from '../web/formInputs.ts';
import { formView } from '../web/formView.ts';
import { takeKeptForm } from '../web/keptForm.ts';
import { localsOf } from '../web/locals.ts';
import { orShowAgain } from '../web/orShowAgain.ts';
import { readForm } from '../web/readForm.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import type { Web } from '../web/web.ts';
import { RHYTHMS } from './rhythms.ts';
import { conditionsOf, rhythmOptions, savedSearchRow, suggestedName } from './savedSearchPage.ts';

const searchForm = z.strictObject({ name: requiredText(80), rhythm: oneOf(RHYTHMS) });
const NEW = `${paths.mySearches}/new`;
const ONE = `${paths.mySearches}/:id`;

/** `/my/searches`: keep a search, list, change and forget those that are kept. */
export function createSavedSearchRoutes(
  { savedSearches }: Pick<Services, 'savedSearches'>,
  web: Pick<Web, 'limits'>,
): Router {
  const { service } = savedSearches;

  async function showList(request: Request, response: Response) {
    const { frame } = localsOf(response);
    const kept = await service.list(actorOf(request));
    show(response, 'saved-searches/list', { rows: kept.map((saved) => savedSearchRow(saved, frame)) });
  }

  function showNew(request: Request, response: Response, issues: Issue[] | null = null) {
    const { frame } = localsOf(response);
    const searched = searchedOf(request);
    const stored = { name: suggestedName(searched, frame), rhythm: 'daily' };
    show(
      response,
      'saved-searches/form',
      {
        heading: frame.translate('savedSearches:newHeading'),
        action: request.originalUrl,
        conditions: conditionsOf(searched, frame),
        options: rhythmOptions(frame),
        removeId: '',
        form:
          issues === null
            ? formView(stored, [], frame.translate, takeKeptForm(request, response))
            : formView(request.body, issues, frame.translate),
      },
      issues === null ? 200 : 422,
    );
  }

  async function showOne(request: Request, response: Response, issues: Issue[] | null = null) {
    const { frame } = localsOf(response);
    const saved = await service.get(actorOf(request), String(request.params.id));
    show(
      response,
      'saved-searches/form',
      {
        heading: saved.name,
        action: request.originalUrl,
        conditions: conditionsOf(saved, frame),
        options: rhythmOptions(frame),
        removeId: saved._id,
        form:
          issues === null
            ? formView(
                { name: saved.name, rhythm: saved.rhythm },
                [],
                frame.translate,
                takeKeptForm(request, response),
              )
            : formView(request.body, issues, frame.translate),
      },
      issues === null ? 200 : 422,
    );
  }

  const save = (request: Request, response: Response) =>
    orShowAgain(
      async () => {
        const { values } = readForm(searchForm, request.body);
        const { scope, ...query } = searchedOf(request);
        await service.save(actorOf(request), { ...values, scope, query });
        flash(request, 'savedSearches:saved', { name: values.name });
        redirectTo(response, paths.mySearches);
      },
      (issues) => showNew(request, response, issues),
    );

  const change = (request: Request, response: Response) =>
    orShowAgain(
      async () => {
        const { values } = readForm(searchForm, request.body);
        await service.change(actorOf(request), String(request.params.id), values);
        flash(request, 'savedSearches:changed', { name: values.name });
        redirectTo(response, paths.mySearches);
      },
      (issues) => showOne(request, response, issues),
    );

  async function remove(request: Request, response: Response) {
    await service.remove(actorOf(request), String(request.params.id));
    flash(request, 'savedSearches:removed');
    redirectTo(response, paths.mySearches);
  }

  return Router()
    .get(paths.mySearches, requireSignedIn, showList)
    .get(NEW, requireSignedIn, (request, response) => showNew(request, response))
    .post(NEW, requireSignedIn, web.limits.post, save)
    .get(ONE, requireSignedIn, (request, response) => showOne(request, response))
    .post(ONE, requireSignedIn, web.limits.post, change)
    .post(`${ONE}/remove`, requireSignedIn, web.limits.post, remove);
}

/** The search an address names, checked as the browse pages check it. */
function searchedOf(request: Request) {
  const { text, facets, ranges } = parseBrowseQuery(request.query, ['kind']);
  return { scope: readCode(request.query, 'kind', LISTING_KINDS) ?? ('all' as const), text, facets, ranges };
}
