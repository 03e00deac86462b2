import { type Request, type Response, Router } from 'express';
import type { ListingFile } from '../catalogue/inputs/files.ts';
import { ApplicationError, type Issue } from '../errors.ts';
import { reviewWorkflow } from '../listings/listingWorkflow.ts';
import { paths } from '../paths.ts';
import { actorOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import { localsOf } from '../web/locals.ts';
import { readForm } from '../web/readForm.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { filesOf } from '../web/upload.ts';
import { fileActForm, fileForm } from './fileForms.ts';
import { filePage } from './filePage.ts';
import type { OwnListingParts } from './ownListingParts.ts';
import type { OwnListing } from './ownListingService.ts';

const PATH = `${paths.myListings}/:reference/files`;
const MOST_AT_ONCE = 5;
const MOST_FILES = 20;

/** `/my/listings/:reference/files`: pictures and attachments, added and removed one act at a time. */
export function createFileRoutes({ own, files, upload, limits }: OwnListingParts): Router {
  const open = (request: Request) => own.open(actorOf(request), String(request.params.reference));
  const stored = ({ content }: OwnListing) => (content.files ?? []) as ListingFile[];

  async function showFiles(request: Request, response: Response, issues: Issue[] = []) {
    const { frame } = localsOf(response);
    const opened = await open(request);
    const typed = issues.length > 0 ? request.body : {};
    const page = filePage(opened, { typed, issues }, frame);
    show(response, 'my-listings/files', { ...page }, issues.length > 0 ? 422 : 200);
  }

  async function look(request: Request, response: Response) {
    const { listing } = await open(request);
    if (reviewWorkflow.find(listing.review, 'save') !== null) return showFiles(request, response);
    flash(request, 'listings:underReview');
    redirectTo(response, paths.myListing(listing._id));
  }

  /** Stores what was sent first, then names it in the draft: a file nobody names is no loss. */
  async function add(request: Request, response: Response) {
    const actor = actorOf(request);
    const opened = await open(request);
    const { values } = readForm(fileForm, request.body);
    const sent = filesOf(request).file ?? [];
    if (sent.length === 0) throw invalidFile('listings:chooseFile');
    const added: ListingFile[] = [];
    for (const { path, name, mediaType } of sent) {
      const { fileId, size } = await files.put(path, mediaType);
      const kind = mediaType.startsWith('image/') && values.kind === 'other' ? 'image' : values.kind;
      added.push({ fileId, name: name.slice(0, 200), mediaType, size, kind, visibility: values.visibility });
    }
    const all = [
      ...stored(opened).filter((file) => !added.some(({ fileId }) => fileId === file.fileId)),
      ...added,
    ];
    if (all.length > MOST_FILES) throw invalidFile('forms:fileTooMany', { maximum: MOST_FILES });
    await own.save(actor, opened.listing._id, values.revision, { files: all });
    flash(request, 'listings:done.files', { count: added.length });
    redirectTo(response, `${paths.myListing(opened.listing._id)}/files`);
  }

  async function act(request: Request, response: Response) {
    const actor = actorOf(request);
    const opened = await open(request);
    const { values } = readForm(fileActForm, request.body);
    const chosen = stored(opened).filter(({ fileId }) => fileId === values.fileId);
    const others = stored(opened).filter(({ fileId }) => fileId !== values.fileId);
    const rest = values.act === 'first' ? [...chosen, ...others] : others;
    await own.save(actor, opened.listing._id, values.revision, { files: rest.length > 0 ? rest : undefined });
    flash(request, `listings:done.${values.act}`);
    redirectTo(response, `${paths.myListing(opened.listing._id)}/files`);
  }

  /** Wrong input is shown on the page; a stale page is shown afresh, with the reason. */
  const orAgain =
    (handler: (request: Request, response: Response) => Promise<void>) =>
    async (request: Request, response: Response) => {
      try {
        await handler(request, response);
      } catch (error) {
        if (!(error instanceof ApplicationError)) throw error;
        if (error.kind === 'invalid') return showFiles(request, response, error.issues);
        if (error.kind !== 'conflict' && error.kind !== 'blocked') throw error;
        flash(request, 'listings:filesChanged');
        redirectTo(
          response,
          paths.myListing(String(request.params.reference)) + (error.kind === 'conflict' ? '/files' : ''),
        );
      }
    };

  return Router()
    .get(PATH, requireSignedIn, look)
    .post(
      PATH,
      requireSignedIn,
      limits.upload,
      upload([{ name: 'file', maximum: MOST_AT_ONCE }]),
      orAgain(add),
    )
    .post(`${PATH}/act`, requireSignedIn, orAgain(act));
}

function invalidFile(message: string, values: Record<string, number> = {}): ApplicationError {
  return new ApplicationError('invalid', 'errors:invalid', {}, [{ field: 'file', message, values }]);
}
