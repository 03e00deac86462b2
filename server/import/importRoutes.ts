import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { isListingKind, LISTING_KINDS } from '../catalogue/catalogue.ts';
import { type Issue, invalid, notFound } from '../errors.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { csvOf } from '../statistics/csv.ts';
import { listingKinds } from '../vocabulary/listingKinds.ts';
import { actorOf } from '../web/actorOf.ts';
import { oneOf, requiredText, ticked } from '../web/formInputs.ts';
import { formView } from '../web/formView.ts';
import { localsOf } from '../web/locals.ts';
import { orShowAgain } from '../web/orShowAgain.ts';
import { readForm } from '../web/readForm.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { filesOf } from '../web/upload.ts';
import type { Web } from '../web/web.ts';
import { templateHeaders } from './importColumns.ts';
import { mappingFrom, previewPage, reportRows, runPage } from './importPage.ts';

const FILE_KINDS = [
  'text/csv',
  'text/plain',
  'application/jsonl',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

const uploadForm = z.strictObject({ kind: oneOf(LISTING_KINDS), source: requiredText(60) });

type Needs = Pick<Services, 'importRuns' | 'jobs' | 'occurrences' | 'log'>;

/** `/my/import`: template, upload, preview with its mapping, progress, report. */
export function createImportRoutes(services: Needs, { upload }: Pick<Web, 'upload'>): Router {
  const { importRuns } = services;

  async function showStart(request: Request, response: Response, issues: Issue[] = [], status = 200) {
    const { language, translate } = localsOf(response).frame;
    const runs = await importRuns.recent(actorOf(request));
    const kinds = LISTING_KINDS.map((kind) => ({ value: kind, label: listingKinds.label(kind, language) }));
    const templates = kinds.flatMap(({ value, label }) =>
      (['zh', 'en'] as const).map((each) => ({
        href: `${paths.myImport}/template/${value}-${each}.csv`,
        label: translate('import:templateFor', {
          kind: label,
          language: translate(`import:language.${each}`),
        }),
      })),
    );
    const first = { kind: 'achievement', source: 'import' };
    const form = formView(issues.length > 0 ? (request.body ?? {}) : first, issues, translate);
    show(
      response,
      'import/start',
      { kinds, templates, form, runs: runs.map((run) => runPage(run, translate)) },
      status,
    );
  }

  async function takeUpload(request: Request, response: Response) {
    await orShowAgain(
      async () => {
        const { kind, source } = readForm(uploadForm, request.body).values;
        const file = filesOf(request).file?.[0];
        if (file === undefined) throw invalid([{ field: 'file', message: 'forms:required' }]);
        const run = await importRuns.upload(actorOf(request), file, kind, source);
        redirectTo(response, paths.importRun(run._id));
      },
      (issues) => showStart(request, response, issues, 422),
    );
  }

  async function showRun(request: Request, response: Response) {
    const { language, translate } = localsOf(response).frame;
    const run = await importRuns.get(actorOf(request), String(request.params.id));
    if (run.state !== 'uploaded') {
      const isUnderWay = run.state === 'queued' || run.state === 'running';
      if (isUnderWay) response.set('Refresh', '3');
      return show(response, 'import/run', {
        ...runPage(run, translate),
        isUnderWay,
        errors: reportRows(run, translate).slice(0, 100),
      });
    }
    const preview = await importRuns.preview(run);
    show(response, 'import/preview', previewPage(run, preview, language, translate));
  }

  async function start(request: Request, response: Response) {
    const run = await importRuns.get(actorOf(request), String(request.params.id));
    const { isDryRun } = z.object({ isDryRun: ticked() }).parse(request.body);
    await importRuns.start(run, mappingFrom(request.body), isDryRun);
    services.jobs
      .runNow('runImports')
      .catch((error: unknown) => services.log.error({ error }, 'an import failed'));
    redirectTo(response, paths.importRun(run._id));
  }

  async function report(request: Request, response: Response) {
    const { translate } = localsOf(response).frame;
    const run = await importRuns.get(actorOf(request), String(request.params.id));
    await services.occurrences.record({
      actor: actorOf(request),
      role: 'member',
      event: 'export',
      detail: { importRun: run._id },
    });
    const header = ['line', 'column', 'problem'].map((name) => translate(`import:report.${name}`));
    const rows = reportRows(run, translate).map(({ line, column, problem }) => [
      String(line),
      column,
      problem,
    ]);
    response
      .attachment('import-report.csv')
      .type('text/csv; charset=utf-8')
      .send(csvOf([header, ...rows]));
  }

  function template(request: Request, response: Response) {
    const [, kind, language] = /^(.+)-(zh|en)\.csv$/.exec(String(request.params.name)) ?? [];
    if (kind === undefined || !isListingKind(kind)) throw notFound();
    response
      .attachment(`${kind}-${language}.csv`)
      .type('text/csv; charset=utf-8')
      .send(csvOf([templateHeaders(kind, language === 'en' ? 'en' : 'zh')]));
  }

  return Router()
    .get(paths.myImport, requireSignedIn, (request, response) => showStart(request, response))
    .post(
      paths.myImport,
      requireSignedIn,
      upload([{ name: 'file', maximum: 1, kinds: FILE_KINDS }]),
      takeUpload,
    )
    .get(`${paths.myImport}/template/:name`, requireSignedIn, template)
    .get(`${paths.myImport}/:id`, requireSignedIn, showRun)
    .post(`${paths.myImport}/:id`, requireSignedIn, start)
    .get(`${paths.myImport}/:id/report.csv`, requireSignedIn, report);
}
