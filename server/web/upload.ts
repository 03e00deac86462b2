import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Request, RequestHandler } from 'express';
import multer from 'multer';
import { badRequest, type Issue, invalid } from '../errors.ts';
import { acceptedExtensions, detectFileKind } from '../files/fileKind.ts';
import { hasCsrfToken } from './csrf.ts';
import { refuseExpiredForm } from './expiredForm.ts';
import { createUploadStorage, type StoredPart } from './uploadStorage.ts';

const MEGABYTE = 1024 * 1024;
const HARD_FACTOR = 4;
const MOST_FIELDS = 600;
const MOST_FIELD_BYTES = 200_000;

/** A place of a form that takes files. */
export interface UploadField {
  name: string;
  maximum: number;
  /** Media types; all that are allowed anywhere when left out. */
  kinds?: readonly string[];
}

/** A file that was sent: checked by its content, in a temporary place until the answer is given. */
export interface UploadedFile {
  field: string;
  path: string;
  name: string;
  size: number;
  mediaType: string;
}

/** Reads forms with files. `upload(fields)` stands before the route and brings the check of the token with it. */
export function createUpload({
  directory,
  mostMegabytes = 20,
}: {
  directory: string;
  mostMegabytes?: number;
}) {
  mkdirSync(directory, { recursive: true });
  const storage = createUploadStorage(directory, mostMegabytes * MEGABYTE);

  return function upload(fields: readonly UploadField[]): RequestHandler[] {
    const most = fields.reduce((sum, { maximum }) => sum + maximum, 0);
    // Beyond the hard limit the request is broken off; below it a file that is too large only loses itself.
    const read = multer({
      storage,
      defParamCharset: 'utf8',
      limits: {
        fileSize: mostMegabytes * MEGABYTE * HARD_FACTOR,
        files: most + 5,
        fields: MOST_FIELDS,
        fieldSize: MOST_FIELD_BYTES,
        fieldNameSize: 200,
        parts: MOST_FIELDS + most + 5,
      },
    }).any();
    return [removeAfterwards, readable(read), checkToken, checkFiles(fields, mostMegabytes)];
  };
}

export type Upload = ReturnType<typeof createUpload>;

/**
 * The files of a form, by field.
 * @throws invalid when one of them is too large, of another kind, empty, or one too many.
 */
export function filesOf(request: Request): Record<string, UploadedFile[]> {
  const { files, issues } = request.uploaded ?? { files: {}, issues: [] };
  if (issues.length > 0) throw invalid(issues);
  return files;
}

const removeAfterwards: RequestHandler = (request, response, next) => {
  response.once('close', () => {
    for (const { path } of partsOf(request)) void rm(path, { force: true });
  });
  next(request.is('multipart/form-data') ? undefined : badRequest('errors:malformedBody'));
};

/** What the parser says of a broken form has no code, unlike its limits and the faults of the disk. */
function readable(read: RequestHandler): RequestHandler {
  return (request, response, next) =>
    read(request, response, (error: unknown) => {
      const isBroken = error instanceof Error && !('code' in error);
      next(isBroken ? badRequest('errors:malformedBody') : error);
    });
}

const checkToken: RequestHandler = (request, response, next) => {
  if (!hasCsrfToken(request)) return refuseExpiredForm(request, response, next);
  request.isUnchecked = false;
  next();
};

type Part = Express.Multer.File & StoredPart;

function partsOf(request: Request): Part[] {
  return Array.isArray(request.files) ? (request.files as Part[]) : [];
}

/** Finds out what each file is; an empty box of a browser is a file without name and content. */
function checkFiles(fields: readonly UploadField[], mostMegabytes: number): RequestHandler {
  return async (request, _response, next) => {
    const files: Record<string, UploadedFile[]> = Object.fromEntries(fields.map(({ name }) => [name, []]));
    const issues: Issue[] = [];
    for (const part of partsOf(request).filter(({ originalname, size }) => originalname !== '' || size > 0)) {
      const checked = await checkPart(part, fields, files[part.fieldname]?.length ?? 0, mostMegabytes);
      if ('message' in checked) issues.push(checked);
      else files[part.fieldname]?.push(checked);
    }
    request.uploaded = { files, issues };
    next();
  };
}

async function checkPart(
  part: Part,
  fields: readonly UploadField[],
  earlier: number,
  mostMegabytes: number,
): Promise<UploadedFile | Issue> {
  const field = fields.find(({ name }) => name === part.fieldname);
  const name = part.originalname;
  if (field === undefined) return { field: part.fieldname, message: 'forms:fileUnexpected' };
  const issue = (message: string, values = {}): Issue => ({ field: field.name, message, values });
  if (earlier >= field.maximum) return issue('forms:fileTooMany', { maximum: field.maximum });
  if (part.isTooLarge) return issue('forms:fileTooLarge', { size: `${mostMegabytes} MB` });
  if (part.size === 0) return issue('forms:fileEmpty', { name });
  const kind = await detectFileKind(part.path, name);
  if (kind === null || !(field.kinds?.includes(kind.mediaType) ?? true)) {
    return issue('forms:fileKind', {
      name,
      kinds: acceptedExtensions(field.kinds ?? null).replaceAll(',', ' '),
    });
  }
  return { field: field.name, path: part.path, name, size: part.size, mediaType: kind.mediaType };
}

declare module 'express-serve-static-core' {
  interface Request {
    uploaded?: { files: Record<string, UploadedFile[]>; issues: Issue[] };
  }
}
