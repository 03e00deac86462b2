import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { copyBetweenStores } from '../server/backup/copyBetweenStores.ts';
import { openStoreSide } from '../server/backup/storeSide.ts';
import { systemClock } from '../server/clock.ts';
import { readConfig } from '../server/config.ts';
import { migrations } from '../server/migrations/migrations.ts';
import { createMigrator } from '../server/migrations/migrator.ts';
import { takeServerLock } from '../server/serverLock.ts';

/**
 * Copies the embedded store in DATA_DIR with its files to MongoDB, `--to MONGODB_URI`, or back into an
 * empty DATA_DIR, `--from MONGODB_URI`. Broken off, it goes on where it stopped.
 */
const { values } = parseArgs({ options: { to: { type: 'string' }, from: { type: 'string' } } });
const mongodbUri = values.to ?? values.from;
if (!mongodbUri || (values.to && values.from))
  throw new Error('Say where to: npm run store:copy -- --to MONGODB_URI, or --from MONGODB_URI');
const { dataDirectory } = readConfig();

const unlock = takeServerLock(dataDirectory);
if (unlock === null)
  throw new Error(
    `A server works on the data in ${dataDirectory}. Stop it first, so that the copy is of one moment.`,
  );
const embedded = await openStoreSide({ dataDirectory, clock: systemClock });
const mongodb = await openStoreSide({ dataDirectory, mongodbUri, clock: systemClock });
const [from, to] = values.to ? [embedded, mongodb] : [mongodb, embedded];
try {
  await createMigrator({
    connection: from.connection,
    leases: from.models.leases,
    settings: from.models.settings,
    clock: systemClock,
    holder: randomUUID(),
    migrations,
  }).run();
  const { documents, files, digests } = await copyBetweenStores({ from, to, onProgress: console.log });
  for (const [name, digest] of Object.entries(digests)) console.log(`${digest}  ${name}`);
  console.log(
    `${documents} documents and ${files} files are in both stores, and their digests are equal. Run search:rebuild on the new one before its server starts.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await Promise.all([embedded.close(), mongodb.close()]);
  unlock();
}
