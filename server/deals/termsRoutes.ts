import { type Request, type Response, Router } from 'express';
import { type Issue, invalid } from '../errors.ts';
import { inLanguage, type LocalizedText } from '../localized.ts';
import { displayPatentId } from '../patents/patentId.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { contractTypes } from '../vocabulary/contractTypes.ts';
import { licenceKinds } from '../vocabulary/licenceKinds.ts';
import { paymentModes } from '../vocabulary/paymentModes.ts';
import { royaltyBases } from '../vocabulary/royaltyBases.ts';
import { actorOf } from '../web/actorOf.ts';
import { formView } from '../web/formView.ts';
import { takeKeptForm } from '../web/keptForm.ts';
import { localPath } from '../web/localPath.ts';
import { localsOf } from '../web/locals.ts';
import { orShowAgain } from '../web/orShowAgain.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import type { DealParts } from './dealPage.ts';
import { readTerms, writeTerms } from './termsForm.ts';
import { termsFindings } from './termsObstacles.ts';

const OPTIONS = {
  contractType: contractTypes.entries,
  licenceKind: licenceKinds.entries,
  paymentMode: paymentModes.entries,
  royaltyBase: royaltyBases.entries,
};

/** `/my/deals/:reference/terms`: a version of the terms, started from the one before. */
export function createTermsRoutes({ deals, stores }: Pick<Services, 'deals' | 'stores'>): Router {
  async function open(request: Request) {
    return deals.reading.open(actorOf(request), String(request.params.reference));
  }

  /** What the rules say to the last version, as sentences. */
  async function findings(
    { deal, listing }: DealParts,
    translate: (key: string) => string,
  ): Promise<string[]> {
    const terms = deal.proposals.at(-1)?.terms;
    if (terms === undefined) return [];
    const patents = await stores.patents.findMany(listing.patentIds);
    return termsFindings(terms, patents, deal._id).map(
      ({ patentId, explanation }) => `${displayPatentId(patentId)}: ${translate(explanation)}`,
    );
  }

  async function showForm(request: Request, response: Response, issues: Issue[] = [], status = 200) {
    const { language, translate } = localsOf(response).frame;
    const parts = await open(request);
    const { deal, listing } = parts;
    const latest = deal.proposals.at(-1);
    const stored = latest === undefined ? {} : writeTerms(latest.terms);
    show(
      response,
      'deals/terms',
      {
        reference: deal._id,
        revision: deal.revision,
        listingTitle: inLanguage(listing.live?.content.title as LocalizedText | undefined, language),
        trail: [{ href: localPath(language, paths.myDeal(deal._id)), label: deal._id }],
        findings: await findings(parts, translate),
        options: OPTIONS,
        form: formView(
          issues.length > 0 ? request.body : stored,
          issues,
          translate,
          takeKeptForm(request, response),
        ),
      },
      status,
    );
  }

  async function propose(request: Request, response: Response) {
    const reference = String(request.params.reference);
    await orShowAgain(
      async () => {
        const { terms, issues } = readTerms(request.body);
        if (terms === null) throw invalid(issues);
        const note = String(request.body.note ?? '').slice(0, 1000);
        const act = { actor: actorOf(request), reference, revision: Number(request.body.revision) };
        await deals.service.propose(act, terms, note);
        redirectTo(response, paths.myDeal(reference));
      },
      (issues) => showForm(request, response, issues, 422),
    );
  }

  return Router()
    .get(`${paths.myDeals}/:reference/terms`, requireSignedIn, (request, response) =>
      showForm(request, response),
    )
    .post(`${paths.myDeals}/:reference/terms`, requireSignedIn, propose);
}
