import { type Request, type Response, Router } from 'express';
import { type Issue, invalid } from '../errors.ts';
import { acceptedExtensions, PICTURES_AND_PDF } from '../files/fileKind.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { verificationEvidenceKinds } from '../vocabulary/verificationEvidenceKinds.ts';
import { actorOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import { formView } from '../web/formView.ts';
import { localsOf } from '../web/locals.ts';
import { orShowAgain } from '../web/orShowAgain.ts';
import { readForm } from '../web/readForm.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { filesOf } from '../web/upload.ts';
import type { Web } from '../web/web.ts';
import { evidenceForm, revisionForm } from './organisationForms.ts';
import { organisationHead } from './organisationPage.ts';
import { allowedOrganisationEvents } from './organisationPermissions.ts';
import { ownHouse } from './ownHouse.ts';
import { evidenceRows, historyEntries } from './verificationPage.ts';
import type { Seen } from './verificationService.ts';

type Parts = Pick<Services, 'organisations' | 'files'>;

/** Evidence people hand in themselves; looking things up is the work of the office. */
const OWN_KINDS = verificationEvidenceKinds.entries.filter(
  ({ code }) => !['register-check', 'institution-mail', 'personal-knowledge'].includes(code),
);
const FIELD = { name: 'file', maximum: 1, kinds: PICTURES_AND_PDF };

/** `/my/organisation/verification`: evidence and the request. */
export function createVerificationRoutes({ organisations, files }: Parts, { upload, limits }: Web): Router {
  const { service, verification } = organisations;

  async function showPage(request: Request, response: Response, issues: Issue[] = []): Promise<void> {
    const { frame } = localsOf(response);
    const actor = actorOf(request);
    const house = await ownHouse(actor, service);
    const events = new Set<string>(allowedOrganisationEvents(actor, house));
    const locals = {
      ...organisationHead(house, frame),
      revision: house.revision,
      dueAt: house.dueAt,
      evidence: evidenceRows(house, frame),
      kinds: OWN_KINDS,
      accept: acceptedExtensions(PICTURES_AND_PDF),
      can: {
        add: events.has('add-evidence'),
        remove: events.has('remove-evidence'),
        request: events.has('request') && house.evidence.length > 0,
        takeBack: events.has('take-back'),
      },
      history: historyEntries(house, frame),
      form: formView(issues.length > 0 ? request.body : {}, issues, frame.translate),
    };
    show(response, 'organisations/verification', locals, issues.length > 0 ? 422 : 200);
  }

  async function addEvidence(request: Request, response: Response): Promise<void> {
    await orShowAgain(
      async () => {
        const actor = actorOf(request);
        const { revision, kind } = readForm(evidenceForm, request.body).values;
        const [file] = filesOf(request)[FIELD.name] ?? [];
        if (file === undefined) throw invalid([{ field: 'file', message: 'forms:required' }]);
        const house = await ownHouse(actor, service);
        const { fileId, size } = await files.put(file.path, file.mediaType);
        const stored = { fileId, size, name: file.name.slice(0, 200), mediaType: file.mediaType };
        await verification.addEvidence({ actor, organisationId: house._id, revision }, kind, stored);
        flash(request, 'organisations:evidenceAdded');
        redirectTo(response, paths.myOrganisationVerification);
      },
      (issues) => showPage(request, response, issues),
    );
  }

  const answer =
    (message: string, act: (seen: Seen, request: Request) => Promise<unknown>) =>
    async (request: Request, response: Response) => {
      const actor = actorOf(request);
      const house = await ownHouse(actor, service);
      const { revision } = readForm(revisionForm, request.body).values;
      await act({ actor, organisationId: house._id, revision }, request);
      flash(request, `organisations:${message}`);
      redirectTo(response, paths.myOrganisationVerification);
    };

  const page = paths.myOrganisationVerification;
  return Router()
    .get(page, requireSignedIn, (request, response) => showPage(request, response))
    .post(`${page}/evidence`, requireSignedIn, limits.upload, upload([FIELD]), addEvidence)
    .post(
      `${page}/evidence/:fileId/remove`,
      requireSignedIn,
      answer('evidenceRemoved', (seen, request) =>
        verification.removeEvidence(seen, String(request.params.fileId)),
      ),
    )
    .post(`${page}/request`, requireSignedIn, answer('requested', verification.request))
    .post(`${page}/take-back`, requireSignedIn, answer('takenBack', verification.takeBack));
}
