import { type Request, type Response, Router } from 'express';
import type { Issue } from '../../errors.ts';
import { paths } from '../../paths.ts';
import type { Services } from '../../services.ts';
import { actorOf } from '../../web/actorOf.ts';
import { flash } from '../../web/flash.ts';
import { formView } from '../../web/formView.ts';
import { takeKeptForm } from '../../web/keptForm.ts';
import { localPath } from '../../web/localPath.ts';
import { localsOf } from '../../web/locals.ts';
import { orShowAgain } from '../../web/orShowAgain.ts';
import { readForm } from '../../web/readForm.ts';
import { readQuery } from '../../web/readQuery.ts';
import { redirectTo } from '../../web/redirectTo.ts';
import { requireOffice } from '../../web/requireSignedIn.ts';
import { show } from '../../web/show.ts';
import type { WeightsRecord } from '../weighing/weightsStore.ts';
import { allowedWeightsEvents, WEIGHTS_KEEPERS, WEIGHTS_READERS } from '../weighing/weightsWorkflow.ts';
import type { PartWeights } from '../weights.ts';
import { agreementPage, trialPage } from './agreementPage.ts';
import { partsOf, putLiveForm, weightsForm } from './weightsForms.ts';
import { progressWords, putLivePath, turnRows, weightBoxes } from './weightsPage.ts';

type Needs = Pick<Services, 'matching' | 'stores'>;

interface Again {
  issues: Issue[];
  /** The weights that were tried; null when they could not be read. */
  tried: PartWeights | null;
}

/** `/desk/matching`: how decisions and scores agree, other weights on past decisions, and putting them live. */
export function createWeightsRoutes({ matching, stores }: Needs): Router {
  const { service, live, rematching } = matching.weighing;

  async function namesOf(record: WeightsRecord | null): Promise<Map<string, string>> {
    const ids = [...new Set((record?.turns ?? []).map(({ by }) => by))];
    return new Map((await stores.accounts.findMany(ids)).map(({ _id, name }) => [_id, name]));
  }

  async function showAgreement(request: Request, response: Response, again: Again | null = null) {
    const { frame } = localsOf(response);
    const actor = actorOf(request);
    await live.refresh();
    const record = await service.record(actor);
    const typed = again === null ? (takeKeptForm(request, response) ?? live.current().parts) : request.body;
    const canPutLive = allowedWeightsEvents(actor).includes('put-live');
    const tried = again?.tried ?? null;
    const trial = tried && (await service.tryOut(actor, tried));
    const page = {
      ...agreementPage(trial?.agreement ?? (await service.agreement(actor)), frame),
      progress: progressWords(await rematching.progress(), record === null, frame),
      version: live.current().version,
      boxes: weightBoxes(typed, frame),
      form: formView(typed, again?.issues ?? [], frame.translate),
      trial: trial && { ...trialPage(trial, frame), href: putLivePath(tried, frame) },
      canPutLive,
      turns: turnRows({ record, names: await namesOf(record), canPutLive }, frame),
      trail: trailTo(paths.deskMatches, 'matching:queueTitle', frame),
    };
    show(response, 'matching/agreement', page, again?.issues.length ? 422 : 200);
  }

  const tryOut = (request: Request, response: Response) =>
    orShowAgain(
      async () => {
        const { values } = readForm(weightsForm, request.body);
        await showAgreement(request, response, { issues: [], tried: values });
      },
      (issues) => showAgreement(request, response, { issues, tried: null }),
    );

  async function showPutLive(request: Request, response: Response, issues: Issue[] = []) {
    const { frame } = localsOf(response);
    const parts = readQuery(weightsForm, request.query);
    await live.refresh();
    const record = await service.record(actorOf(request));
    const typed = issues.length > 0 ? request.body : (takeKeptForm(request, response) ?? {});
    const page = {
      action: putLivePath(parts, frame),
      boxes: weightBoxes(parts, frame),
      before: live.current().parts,
      revision: record?.revision ?? 0,
      trial: trialPage(await service.tryOut(actorOf(request), parts), frame),
      form: formView(typed, issues, frame.translate),
      trail: trailTo(paths.deskMatching, 'matching:weights.title', frame),
    };
    show(response, 'matching/put-live', page, issues.length > 0 ? 422 : 200);
  }

  const putLive = (request: Request, response: Response) =>
    orShowAgain(
      async () => {
        const { values } = readForm(putLiveForm, request.body);
        const { revision, text } = values;
        await service.putLive({ actor: actorOf(request), parts: partsOf(values), revision, text });
        flash(request, 'matching:weights.done');
        redirectTo(response, paths.deskMatching);
      },
      (issues) => showPutLive(request, response, issues),
    );

  const readers = requireOffice(...WEIGHTS_READERS);
  const keepers = requireOffice(...WEIGHTS_KEEPERS);
  return Router()
    .get(paths.deskMatching, readers, (request: Request, response: Response) =>
      showAgreement(request, response),
    )
    .post(paths.deskMatching, readers, tryOut)
    .get(paths.deskMatchingPutLive, keepers, (request: Request, response: Response) =>
      showPutLive(request, response),
    )
    .post(paths.deskMatchingPutLive, keepers, putLive);
}

function trailTo(path: string, key: string, { language, translate }: ReturnType<typeof localsOf>['frame']) {
  return [{ href: localPath(language, path), label: translate(key) }];
}
