import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { closeConnection, openConnection } from '../models/connection.ts';
import { createModels, type Models, prepareModels } from '../models/createModels.ts';
import { createSearchIndex } from '../search/createSearchIndex.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { createDiskFileStore } from './files/diskFileStore.ts';
import { createFileRecordStore } from './files/fileRecordStore.ts';
import type { FileStore } from './files/fileStore.ts';
import { createGridFileStore } from './files/gridFileStore.ts';
import type { Log } from './log.ts';
import type { StepObserver } from './relay/relay.ts';
import { createServices } from './services.ts';

interface OpenParts {
  config: Config;
  clock: Clock;
  log: Log;
  onStep?: StepObserver;
}

/** Opens store, index and files as configured and composes the services on them; for the server and for scripts. */
export async function openServices({ config, clock, log, onStep }: OpenParts) {
  await mkdir(config.dataDirectory, { recursive: true });
  const connection = await openConnection({
    mongodbUri: config.mongodbUri,
    dataDirectory: config.dataDirectory,
    onQuery: (query) => log.debug(query, 'store query'),
    onLargeScan: (query) => log.warn(query, 'a query without a fitting index read many documents'),
  });
  const models = createModels(connection);
  await prepareModels(models);
  const search = await createSearchIndex({
    dataDirectory: config.dataDirectory,
    ...(config.meilisearch ? { meilisearch: config.meilisearch } : {}),
  });
  const files = openFiles(config, connection, models, clock);
  const holder = randomUUID();
  const services = await createServices({
    models,
    search,
    files,
    config,
    clock,
    log,
    holder,
    ...(onStep ? { onStep } : {}),
  });
  return {
    services,
    models,
    /** Stops the background work, then closes index and store. */
    async close(): Promise<void> {
      await services.browsing.viewCounts.flush();
      await services.background.stop();
      await services.browsing.viewCounts.flush();
      await search.close();
      await closeConnection(connection);
    },
  };
}

function openFiles(config: Config, connection: Connection, models: Models, clock: Clock): FileStore {
  const records = createFileRecordStore(models, clock);
  const directory = join(config.dataDirectory, 'files');
  return config.mongodbUri
    ? createGridFileStore({
        connection,
        records,
        temporaryDirectory: join(config.dataDirectory, 'temporary'),
      })
    : createDiskFileStore({ directory, records });
}
