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

/** Files in GridFS, so that every process of the marketplace reaches them. */
export function createGridFileStore({ connection, records, temporaryDirectory }: GridParts): FileStore {
  if (connection.db === undefined) throw new Error('GridFS needs an open connection to MongoDB');
  const bucket = new mongoose.mongo.GridFSBucket(connection.db, { bucketName: 'fileContents' });
  // The driver's types want an ObjectId; GridFS itself takes any value as the id.
  const idOf = (fileId: string) => fileId as unknown as mongoose.mongo.ObjectId;
  const isKept = async (fileId: string) =>
    (
      await bucket
        .find({ _id: idOf(fileId) })
        .limit(1)
        .toArray()
    ).length > 0;

  async function upload(path: string, fileId: string): Promise<void> {
    if (await isKept(fileId)) return;
    const target = bucket.openUploadStreamWithId(idOf(fileId), fileId, {
      writeConcern: { w: 'majority', j: true },
    });
    try {
      await pipeline(createReadStream(path), target);
    } catch (error) {
      if (!(await isKept(fileId))) throw error;
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
      return { stream: bucket.openDownloadStream(idOf(fileId)), size, mediaType };
    },
    async removeUnrecorded(before) {
      let removed = 0;
      for await (const { _id } of bucket.find({ uploadDate: { $lt: before } })) {
        const fileId = String(_id);
        if ((await records.known([fileId])).has(fileId)) continue;
        await bucket.delete(_id);
        removed++;
      }
      return removed;
    },
  };
}
