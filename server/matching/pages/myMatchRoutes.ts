import { type Request, type Response, Router } from 'express';
import type { Issue } from '../../errors.ts';
import { paths } from '../../paths.ts';
import type { Services } from '../../services.ts';
import { feedbackAnswers } from '../../vocabulary/feedbackAnswers.ts';
import { feedbackReasons } from '../../vocabulary/feedbackReasons.ts';
import { actorOf } from '../../web/actorOf.ts';
import { flash } from '../../web/flash.ts';
import { formView } from '../../web/formView.ts';
import { takeKeptForm } from '../../web/keptForm.ts';
import { localPath } from '../../web/localPath.ts';
import { localsOf } from '../../web/locals.ts';
import { orShowAgain } from '../../web/orShowAgain.ts';
import { readForm } from '../../web/readForm.ts';
import { redirectTo } from '../../web/redirectTo.ts';
import { requireSignedIn } from '../../web/requireSignedIn.ts';
import { show } from '../../web/show.ts';
import { matchSideOf } from '../matchPermissions.ts';
import { evidenceCard } from './evidenceCard.ts';
import { howPage } from './howPage.ts';
import { answerForm } from './matchForms.ts';
import { createMatchReading } from './matchReading.ts';
import { matchRow } from './matchRow.ts';

type Needs = Pick<Services, 'matching' | 'stores'>;

/** `/my/matches`: what a party sees of its matches, and what it says to them. */
export function createMyMatchRoutes({ matching, stores }: Needs): Router {
  const { service } = matching;
  const reading = createMatchReading(stores, matching.weighing.live);
  const readerOf = (request: Request, response: Response) => ({
    ...localsOf(response).frame,
    viewer: actorOf(request),
  });

  async function showList(request: Request, response: Response) {
    const reader = readerOf(request, response);
    const organisationId = reader.viewer.membership?.organisationId;
    const matches = organisationId === undefined ? [] : await service.ofOrganisation(organisationId);
    const isDeclined = organisationId !== undefined && !(await matching.choices()).wants(organisationId);
    const rows = (await reading.withParts(matches)).map((parts) => matchRow(parts, reader));
    show(response, 'matching/mine', { rows, isDeclined, hasOrganisation: organisationId !== undefined });
  }

  async function showMatch(request: Request, response: Response, issues: Issue[] = [], status = 200) {
    const reader = readerOf(request, response);
    const match = await service.read(reader.viewer, String(request.params.reference));
    const parts = await reading.one(match);
    const side = matchSideOf(reader.viewer, match);
    const other = side === 'supply' ? match.demand : match.supply;
    const own = side === 'supply' ? match.supply : match.demand;
    const parameters = new URLSearchParams({
      listing: other,
      for: own,
      match: match._id,
      ...(match.isSilent ? { anonymous: '1' } : {}),
    });
    const locals = {
      card: evidenceCard(parts, reader),
      row: matchRow(parts, reader),
      note: match.note ?? '',
      isParty: side !== null,
      isSilent: match.isSilent,
      askAddress: localPath(reader.language, `${paths.newDeal}?${parameters}`),
      feedbackAnswers: feedbackAnswers.entries,
      feedbackReasons: feedbackReasons.entries,
      trail: [
        { href: localPath(reader.language, paths.myMatches), label: reader.translate('matching:mineTitle') },
      ],
      form: formView(
        issues.length > 0 ? request.body : {},
        issues,
        reader.translate,
        takeKeptForm(request, response),
      ),
    };
    show(response, 'matching/party', locals, status);
  }

  function answer(request: Request, response: Response) {
    return orShowAgain(
      async () => {
        const { revision, ...said } = readForm(answerForm, request.body).values;
        await service.answer(
          { actor: actorOf(request), reference: String(request.params.reference), revision },
          said,
        );
        flash(request, 'matching:done.answer');
        redirectTo(response, paths.myMatches);
      },
      (issues) => showMatch(request, response, issues, 422),
    );
  }

  return Router()
    .get(paths.myMatches, requireSignedIn, showList)
    .get(`${paths.myMatches}/:reference`, requireSignedIn, (request, response) =>
      showMatch(request, response),
    )
    .post(`${paths.myMatches}/:reference`, requireSignedIn, answer)
    .get(paths.matching, (_request, response) =>
      show(
        response,
        'matching/how',
        howPage(matching.weighing.live.current(), matching.vectors !== null, localsOf(response).frame),
      ),
    );
}
