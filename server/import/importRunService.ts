import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ListingKind, OrganisationRecord } from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import type { Clock } from '../clock.ts';
import { badRequest, forbidden, notFound } from '../errors.ts';
import type { FileStore } from '../files/fileStore.ts';
import type { Job } from '../jobs/job.ts';
import { newId } from '../newId.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import { type Mapping, suggestMapping } from './importColumns.ts';
import { importOutcome } from './importOutcome.ts';
import type { ImportRun, ImportRunStore } from './importRunStore.ts';
import { type ImportService, NOTHING_COUNTED } from './importService.ts';
import { type ImportRow, readRows } from './readRows.ts';

const PREVIEW_ROWS = 5;

interface RunParts {
  store: ImportRunStore;
  imports: ImportService;
  files: FileStore;
  findActor: (accountId: string) => Promise<Actor | null>;
  getOwner: (organisationId: string) => Promise<OrganisationRecord>;
  recorder: ChangeRecorder;
  clock: Clock;
  temporaryDirectory: string;
}

export interface Preview {
  headers: string[];
  rows: ImportRow[];
  mapping: Mapping;
  total: number;
}

/** Imports from the page: the file is kept, looked at, and then brought in by a job that can be resumed. */
export function createImportRunService(parts: RunParts) {
  const { store, imports, files, findActor, getOwner, recorder, clock, temporaryDirectory } = parts;

  /** Files may live in the database; reading rows needs them on disk for a while. */
  async function withFile<Result>(
    { fileId }: ImportRun,
    work: (path: string) => Promise<Result>,
  ): Promise<Result> {
    if (fileId === null) throw notFound();
    await mkdir(temporaryDirectory, { recursive: true });
    const path = join(temporaryDirectory, newId());
    try {
      await pipeline((await files.open(fileId)).stream, createWriteStream(path));
      return await work(path);
    } finally {
      await rm(path, { force: true });
    }
  }

  async function bringIn(run: ImportRun): Promise<void> {
    const actor = await findActor(run.accountId);
    if (actor?.membership?.organisationId !== run.organisationId)
      return store.set(run._id, { state: 'failed', finishedAt: clock.now() });
    const owner = await getOwner(run.organisationId);
    const { counts, errorRows, pending } = await withFile(run, (path) =>
      importOutcome(
        { imports, recorder },
        {
          ...run.settings,
          path,
          actor,
          owner,
          approver: null,
          // Progress is only shown; the counts are written once more at the end.
          onProgress: (progress) =>
            void store.set(run._id, { counts: { ...progress, total: run.counts.total } }).catch(() => {}),
        },
      ),
    );
    const total = run.counts.total;
    await store.end(
      run._id,
      { state: 'done', counts: { ...counts, total }, errorRows, finishedAt: clock.now() },
      pending,
    );
  }

  const job: Job = {
    name: 'runImports',
    intervalMs: 15_000,
    async run() {
      let count = 0;
      for (let run = await store.waiting(); run !== null; run = await store.waiting()) {
        await store.set(run._id, { state: 'running' });
        await bringIn(run);
        count += 1;
      }
      return count;
    },
  };

  return {
    job,
    /** Keeps an uploaded file and makes a run of it that waits for its mapping to be confirmed. */
    async upload(
      actor: Actor,
      file: { path: string; name: string; mediaType: string },
      kind: ListingKind | null,
      source: string,
    ) {
      if (actor.membership === null) throw forbidden('listings:needsOrganisation');
      const { headers, total } = await look(file.path, kind);
      if (headers.length === 0) throw badRequest('import:emptyFile');
      const { fileId } = await files.put(file.path, file.mediaType);
      const run: ImportRun = {
        _id: newId(),
        organisationId: actor.membership.organisationId,
        accountId: actor.accountId,
        fileName: file.name,
        fileId,
        settings: { kind, source, mapping: suggestMapping(kind ?? 'achievement', headers), isDryRun: false },
        state: 'uploaded',
        counts: { ...NOTHING_COUNTED, total },
        errorRows: [],
        createdAt: clock.now(),
        finishedAt: null,
        pending: [],
      };
      await store.insert(run);
      return run;
    },
    preview: (run: ImportRun): Promise<Preview> => withFile(run, (path) => look(path, run.settings.kind)),
    /** Begins a run; doing it twice begins it once. */
    async start(run: ImportRun, mapping: Mapping, isDryRun: boolean): Promise<void> {
      await store.set(run._id, { settings: { ...run.settings, mapping, isDryRun } });
      await store.advance(run._id, 'uploaded', 'queued');
    },
    get(actor: Actor, id: string): Promise<ImportRun> {
      if (actor.membership === null) throw forbidden('listings:needsOrganisation');
      return store.get(id, actor.membership.organisationId);
    },
    recent: async (actor: Actor): Promise<ImportRun[]> =>
      actor.membership === null ? [] : store.ofOrganisation(actor.membership.organisationId, 20),
  };
}

export type ImportRunService = ReturnType<typeof createImportRunService>;

async function look(path: string, kind: ListingKind | null): Promise<Preview> {
  const rows: ImportRow[] = [];
  const headers = new Set<string>();
  let total = 0;
  for await (const row of readRows(path)) {
    total += 1;
    if (rows.length < PREVIEW_ROWS) {
      rows.push(row);
      for (const header of Object.keys(row.cells)) headers.add(header);
    }
  }
  const names = [...headers];
  return { headers: names, rows, mapping: suggestMapping(kind ?? 'achievement', names), total };
}
