import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { changeMarkOf, closeConnection, openConnection } from '../models/connection.ts';
import { createBookkeepingModels, createModels, type Models } from '../models/createModels.ts';
import type { QueryReport } from '../models/embedded/store.ts';
import { createSearchIndex } from '../search/createSearchIndex.ts';
import { refuseUnfinishedCopy } from './backup/copyCheckpoint.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { createDiskFileStore } from './files/diskFileStore.ts';
import { createFileRecordStore } from './files/fileRecordStore.ts';
import type { FileStore } from './files/fileStore.ts';
import { createGridFileStore } from './files/gridFileStore.ts';
import type { Log } from './log.ts';
import { createIndexKeeper } from './migrations/indexKeeper.ts';
import { migrations } from './migrations/migrations.ts';
import { createMigrator } from './migrations/migrator.ts';
import type { StepObserver } from './relay/relay.ts';
import { createServices } from './services.ts';

interface OpenParts {
  config: Config;
  clock: Clock;
  log: Log;
  onStep?: StepObserver;
  /** Told of every read of the embedded store, besides the log. */
  onQuery?: (report: QueryReport) => void;
}

/**
 * Opens store, index and files as configured, brings the data up to date and composes the services on
 * them; for the server and for scripts.
 * @throws Error when the data were written by a newer version of the program.
 */
export async function openServices({ config, clock, log, onStep, onQuery }: OpenParts) {
  await mkdir(config.dataDirectory, { recursive: true });
  const connection = await openConnection({
    mongodbUri: config.mongodbUri,
    dataDirectory: config.dataDirectory,
    onQuery: (query) => {
      log.debug(query, 'store query');
      onQuery?.(query);
    },
    onLargeScan: (query) => log.warn(query, 'a query without a fitting index read many documents'),
  });
  await refuseUnfinishedCopy(connection);
  const holder = randomUUID();
  // Before the indexes, which old data may not fit yet.
  const bookkeeping = createBookkeepingModels(connection);
  const migrator = createMigrator({ connection, ...bookkeeping, clock, holder, migrations });
  for (const migration of await migrator.run()) log.info(migration, 'the data were brought up to date');
  const models = createModels(connection, bookkeeping);
  const indexes = await createIndexKeeper({ models, clock, holder }).run();
  if (indexes.length > 0) log.info({ indexes }, 'indexes were brought to what the program declares');
  const search = await createSearchIndex({
    dataDirectory: config.dataDirectory,
    ...(config.meilisearch ? { meilisearch: config.meilisearch } : {}),
  });
  const files = openFiles(config, connection, models, clock);
  const services = await createServices({
    models,
    search,
    files,
    config,
    clock,
    log,
    holder,
    changeMark: changeMarkOf(connection),
    ...(onStep ? { onStep } : {}),
  });
  return {
    services,
    models,
    /** Stops the background work, then closes index and store. */
    async close(): Promise<void> {
      await services.browsing.viewCounts.flush();
      await services.matching.weighing.rematching.stop();
      await services.matching.vectors?.walk.stop();
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
