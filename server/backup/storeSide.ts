import { join } from 'node:path';
import { closeConnection, openConnection } from '../../models/connection.ts';
import { createModels, prepareModels } from '../../models/createModels.ts';
import type { Clock } from '../clock.ts';
import { createDiskFileStore } from '../files/diskFileStore.ts';
import { createFileRecordStore } from '../files/fileRecordStore.ts';
import { createGridFileStore } from '../files/gridFileStore.ts';

interface SideParts {
  /** The embedded store and its files; with MongoDB only where a file rests on its way. */
  dataDirectory: string;
  mongodbUri?: string | undefined;
  clock: Clock;
}

/** Documents and files of one store with nothing running on them: one end of a copy. */
export async function openStoreSide({ dataDirectory, mongodbUri, clock }: SideParts) {
  const connection = await openConnection({ dataDirectory, mongodbUri });
  const models = createModels(connection);
  await prepareModels(models);
  const records = createFileRecordStore(models, clock);
  const files = mongodbUri
    ? createGridFileStore({ connection, records, temporaryDirectory: join(dataDirectory, 'temporary') })
    : createDiskFileStore({ directory: join(dataDirectory, 'files'), records });
  return {
    connection,
    models,
    files,
    /** The names of all collections that hold documents of the product, files' contents apart. */
    async collections(): Promise<string[]> {
      const found = (await connection.db?.listCollections().toArray()) ?? [];
      const names = found.map(({ name }) => name).filter((name) => !NOT_DOCUMENTS.test(name));
      return [...new Set([...names, ...Object.values(models).map((model) => model.collection.name)])].sort();
    },
    close: () => closeConnection(connection),
  };
}

/** What GridFS and MongoDB keep for themselves, and the note of an unfinished copy. */
const NOT_DOCUMENTS = /^(fileContents|system)\.|^storeCopies$/;

export type StoreSide = Awaited<ReturnType<typeof openStoreSide>>;
