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
    /** Notes a file once; noting it again changes nothing. */
    async note({ fileId, size }: { fileId: string; size: number }, mediaType: string): Promise<void> {
      const record = { size, mediaType, createdAt: clock.now() };
      await files.updateOne({ _id: fileId }, { $setOnInsert: record }, { upsert: true });
    },
    async get(fileId: string): Promise<FileRecord> {
      const record = isFileId(fileId) ? await files.findOne({ _id: fileId }).lean<FileRecord>() : null;
      if (record === null) throw notFound('errors:notFound');
      return record;
    },
  };
}

export type FileRecordStore = ReturnType<typeof createFileRecordStore>;
