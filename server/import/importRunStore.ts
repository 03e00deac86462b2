import type { Model, QueryFilter } from 'mongoose';
import type { Models } from '../../models/createModels.ts';
import type { ListingKind, PendingEvent } from '../../models/records.ts';
import type { Issue } from '../errors.ts';
import { notFound } from '../errors.ts';
import type { Mapping } from './importColumns.ts';
import type { ImportCounts } from './importService.ts';

/** One file somebody brought in: uploaded, waiting, under way, done, or broken off. A command keeps no file. */
export interface ImportRun {
  _id: string;
  organisationId: string;
  accountId: string;
  fileName: string;
  fileId: string | null;
  settings: { kind: ListingKind | null; source: string; mapping: Mapping; isDryRun: boolean };
  state: 'uploaded' | 'queued' | 'running' | 'done' | 'failed';
  counts: ImportCounts & { total: number };
  errorRows: { line: number; issues: Issue[] }[];
  createdAt: Date;
  finishedAt: Date | null;
  pending: PendingEvent[];
}

/** Refusals kept for the report; beyond it only the number is known. */
export const MOST_ERROR_ROWS = 2_000;

/** Runs of the import page, so that a run survives the process that began it. */
export function createImportRunStore(models: Pick<Models, 'importRuns'>) {
  const runs = models.importRuns as unknown as Model<ImportRun>;
  const find = (filter: QueryFilter<ImportRun>) => runs.findOne(filter).lean<ImportRun>();
  return {
    insert: async (run: ImportRun): Promise<void> => {
      await runs.insertMany([run]);
    },
    get: async (id: string, organisationId: string): Promise<ImportRun> => {
      const run = await find({ _id: id, organisationId });
      if (run === null) throw notFound();
      return run;
    },
    set: async (id: string, fields: Partial<ImportRun>): Promise<void> => {
      await runs.updateOne({ _id: id }, { $set: fields });
    },
    /** Writes how a run ended, with the event that tells of it in the same update. */
    end: async (id: string, fields: Partial<ImportRun>, events: PendingEvent[]): Promise<void> => {
      await runs.updateOne({ _id: id }, { $set: fields, $push: { pending: { $each: events } } });
    },
    /** Moves a run from one state to the next; false when it was not in that state any more. */
    advance: async (id: string, from: ImportRun['state'], to: ImportRun['state']): Promise<boolean> =>
      (await runs.updateOne({ _id: id, state: from }, { $set: { state: to } })).modifiedCount === 1,
    waiting: async (): Promise<ImportRun | null> => find({ state: { $in: ['queued', 'running'] } }),
    ofOrganisation: async (organisationId: string, limit: number): Promise<ImportRun[]> =>
      runs.find({ organisationId }, { errorRows: 0 }, { sort: { createdAt: -1 }, limit }).lean<ImportRun[]>(),
  };
}

export type ImportRunStore = ReturnType<typeof createImportRunStore>;
