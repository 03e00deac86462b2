import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Connection } from 'mongoose';
import mongoose from 'mongoose';
import type { FileRecordStore } from './fileRecordStore.ts';
import type { FileStore } from './fileStore.ts';
import { spoolFile } from './spoolFile.ts';

interface GridParts {
  connection: Connection;
  records: FileRecordStore;
  /** Where an upload rests while its digest, which is its id, is not known yet. */
  temporaryDirectory: string;
}

/**
 * Files in GridFS, so that every process of the marketplace reaches them, named by their digest. Each upload has
 * an id of its own: what another process sends at the same moment, or left behind when it died, is not in its way.
 */
export function createGridFileStore({ connection, records, temporaryDirectory }: GridParts): FileStore {
  if (connection.db === undefined) throw new Error('GridFS needs an open connection to MongoDB');
  const bucket = new mongoose.mongo.GridFSBucket(connection.db, { bucketName: 'fileContents' });
  const isKept = async (fileId: string) =>
    (await bucket.find({ filename: fileId }).limit(1).toArray()).length > 0;

  async function upload(path: string, fileId: string): Promise<void> {
    if (await isKept(fileId)) return;
    const target = bucket.openUploadStream(fileId, { writeConcern: { w: 'majority', j: true } });
    try {
      await pipeline(createReadStream(path), target);
    } catch (error) {
      await target.abort().catch(() => {});
      throw error;
    }
  }

  return {
    async put(source, mediaType) {
      const { path, fileId, size } = await spoolFile(source, temporaryDirectory);
      try {
        await upload(path, fileId);
        await records.note({ fileId, size }, mediaType);
        // Between the two a cleaning may have taken old bytes away that had no record until now.
        await upload(path, fileId);
      } finally {
        await rm(path, { force: true });
      }
      return { fileId, size };
    },
    async open(fileId) {
      const { size, mediaType } = await records.get(fileId);
      return { stream: bucket.openDownloadStreamByName(fileId), size, mediaType };
    },
    async removeUnrecorded(before) {
      let removed = 0;
      for await (const { _id, filename } of bucket.find({ uploadDate: { $lt: before } })) {
        if ((await records.known([filename])).has(filename)) continue;
        await bucket.delete(_id);
        removed++;
      }
      return removed;
    },
  };
}
