import { type Request, type Response, Router } from 'express';
import { ApplicationError, type Issue } from '../errors.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { actorOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import { formView } from '../web/formView.ts';
import { takeKeptForm } from '../web/keptForm.ts';
import { localsOf } from '../web/locals.ts';
import { orShowAgain } from '../web/orShowAgain.ts';
import { readForm } from '../web/readForm.ts';
import { readQuery } from '../web/readQuery.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireOffice } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { entryForm, glossaryQuery, moveForm, newEntryQuery } from './glossaryForms.ts';
import { entryPage, glossaryRow, listTabs, NEW_ENTRY, storedForm } from './glossaryPage.ts';
import type { PreviewRow } from './glossaryPreview.ts';
import type { GlossaryEntryRecord } from './glossaryStore.ts';

const NEW = `${paths.deskGlossary}/new`;
const ONE = `${paths.deskGlossary}/:id`;

interface Again {
  issues: Issue[];
  preview: PreviewRow[] | null;
}

/** `/desk/glossary`: the office's names of things; adding, changing, retiring, and what a change would do. */
export function createGlossaryRoutes({
  glossaryDesk,
  savedSearches,
}: Pick<Services, 'glossaryDesk' | 'savedSearches'>): Router {
  const { service, preview } = glossaryDesk;

  async function showList(request: Request, response: Response) {
    const { frame } = localsOf(response);
    const { state } = readQuery(glossaryQuery, request.query);
    const rows = (await service.all(state)).map((entry) => glossaryRow(entry, frame));
    show(response, 'glossary/list', {
      rows,
      tabs: listTabs(state, frame),
      canAdd: service.mayAdd(actorOf(request)),
    });
  }

  /** The words of several people that found nothing are what a change should help. */
  async function suggestedQueries(names: string[]): Promise<string[]> {
    const unmet = (await savedSearches.unmet.shown()).map(({ text }) => text);
    return [...new Set([...names, ...unmet])].slice(0, 10);
  }

  async function showForm(
    request: Request,
    response: Response,
    entry: GlossaryEntryRecord | null,
    again: Again | null,
  ) {
    const { frame } = localsOf(response);
    const actor = actorOf(request);
    const start = entry ?? { ...NEW_ENTRY, ...namesIn(request) };
    const stored = storedForm(start, await suggestedQueries([...start.zh, ...start.en]));
    const page = entryPage(
      {
        entry,
        allowed: entry === null ? (service.mayAdd(actor) ? ['edit'] : []) : service.allowed(actor, entry),
        preview: again?.preview ?? null,
        action: request.originalUrl,
      },
      frame,
    );
    const form = again
      ? formView(request.body, again.issues, frame.translate)
      : formView(stored, [], frame.translate, takeKeptForm(request, response));
    show(response, 'glossary/entry', { ...page, form }, again?.issues.length ? 422 : 200);
  }

  const showOne = async (request: Request, response: Response) =>
    showForm(request, response, await service.get(String(request.params.id)), null);

  const save = async (request: Request, response: Response) => {
    const id = request.params.id === undefined ? null : String(request.params.id);
    const entry = id === null ? null : await service.get(id);
    await orShowAgain(
      async () => {
        const { values } = readForm(entryForm, request.body);
        const names = { zh: values.zh, en: values.en };
        if (values.act === 'preview') {
          const queries =
            values.queries.length > 0 ? values.queries : await suggestedQueries([...names.zh, ...names.en]);
          const rows = await preview({ id, names, queries }, localsOf(response).frame.language);
          return showForm(request, response, entry, { issues: [], preview: rows });
        }
        const actor = actorOf(request);
        if (id === null) await service.add(actor, names);
        else await service.edit({ actor, id, revision: values.revision, names });
        flash(request, 'glossary:saved');
        redirectTo(response, paths.deskGlossary);
      },
      (issues) => showForm(request, response, entry, { issues, preview: null }),
    );
  };

  const move = (event: 'retire' | 'restore') => async (request: Request, response: Response) => {
    const { revision } = readForm(moveForm, request.body).values;
    const id = String(request.params.id);
    try {
      await service[event]({ actor: actorOf(request), id, revision });
      flash(request, event === 'retire' ? 'glossary:retired' : 'glossary:restored');
      redirectTo(response, paths.deskGlossary);
    } catch (error) {
      if (!(error instanceof ApplicationError) || error.kind !== 'invalid') throw error;
      flash(request, 'glossary:cannotRestore');
      redirectTo(response, paths.deskGlossaryEntry(id));
    }
  };

  const readers = requireOffice('operator', 'supervisor', 'auditor');
  const keepers = requireOffice('operator', 'supervisor');
  return Router()
    .get(paths.deskGlossary, ...readers, showList)
    .get(NEW, ...keepers, (request, response) => showForm(request, response, null, null))
    .post(NEW, ...keepers, save)
    .get(ONE, ...readers, showOne)
    .post(ONE, ...keepers, save)
    .post(`${ONE}/retire`, ...keepers, move('retire'))
    .post(`${ONE}/restore`, ...keepers, move('restore'));
}

function namesIn(request: Request) {
  const { zh, en } = readQuery(newEntryQuery, request.query);
  return { zh: zh === '' ? [] : [zh], en: en === '' ? [] : [en] };
}
