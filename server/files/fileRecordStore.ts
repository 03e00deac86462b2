import type { Models } from '../../models/createModels.ts';
import type { Clock } from '../clock.ts';
import { notFound } from '../errors.ts';
import { isFileId } from './fileStore.ts';

export interface FileRecord {
  _id: string;
  size: number;
  mediaType: string;
  createdAt: Date;
}

/** What is known of each stored file, whichever place holds its bytes. */
export function createFileRecordStore({ files }: Pick<Models, 'files'>, clock: Clock) {
  return {
    /** Notes a file once; handed in again it only counts as new, so that no cleaning takes it away meanwhile. */
    async note({ fileId, size }: { fileId: string; size: number }, mediaType: string): Promise<void> {
      await files.updateOne(
        { _id: fileId },
        { $setOnInsert: { size, mediaType }, $max: { createdAt: clock.now() } },
        { upsert: true },
      );
    },
    /** Ids of files that were last handed in before an instant, in order, after a given one. */
    async idsBefore(before: Date, after: string, limit: number): Promise<string[]> {
      const records = await files
        .find({ _id: { $gt: after }, createdAt: { $lt: before } }, { _id: 1 }, { sort: { _id: 1 }, limit })
        .lean<FileRecord[]>();
      return records.map(({ _id }) => _id);
    },
    /** Forgets files, but for those that were handed in again since. @returns how many */
    async forget(ids: string[], before: Date): Promise<number> {
      return (await files.deleteMany({ _id: { $in: ids }, createdAt: { $lt: before } })).deletedCount;
    },
    /** Which of these ids have a record. */
    async known(ids: string[]): Promise<Set<string>> {
      const records = await files.find({ _id: { $in: ids } }, { _id: 1 }).lean<FileRecord[]>();
      return new Set(records.map(({ _id }) => _id));
    },
    async get(fileId: string): Promise<FileRecord> {
      const record = isFileId(fileId) ? await files.findOne({ _id: fileId }).lean<FileRecord>() : null;
      if (record === null) throw notFound('errors:notFound');
      return record;
    },
  };
}

export type FileRecordStore = ReturnType<typeof createFileRecordStore>;
