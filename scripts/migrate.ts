import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeConnection, openConnection } from '../models/connection.ts';
import { createModels } from '../models/createModels.ts';
import { STORE } from '../server/backup/backupManifest.ts';
import { systemClock } from '../server/clock.ts';
import { readConfig } from '../server/config.ts';
import { createIndexKeeper } from '../server/migrations/indexKeeper.ts';
import { migrations } from '../server/migrations/migrations.ts';
import { createMigrator } from '../server/migrations/migrator.ts';

/** Brings the data up to date as every start does; `--dry-run` only says what would be done. */
const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });
const { dataDirectory, mongodbUri } = readConfig();
if (!mongodbUri && !existsSync(join(dataDirectory, STORE)))
  throw new Error(`There is no store in ${dataDirectory}; the first start makes one that is up to date.`);

const connection = await openConnection({ dataDirectory, mongodbUri });
try {
  const parts = { clock: systemClock, holder: randomUUID() };
  const models = createModels(connection);
  const migrator = createMigrator({ connection, ...models, ...parts, migrations });
  const indexKeeper = createIndexKeeper({ models, ...parts });
  const pending = await migrator.pending();
  for (const { number, name, purpose, documents } of pending)
    console.log(`${String(number).padStart(4, '0')} ${name}: ${purpose} Documents: ${documents}.`);
  const indexes = await indexKeeper.pending();
  for (const { kind, collection, name } of indexes) console.log(`Index to ${kind}: ${collection}.${name}`);
  const count = pending.length + indexes.length;
  if (count === 0) console.log('The data are up to date.');
  else if (values['dry-run']) console.log(`${count} to be done; nothing was changed.`);
  else console.log(`${(await migrator.run()).length + (await indexKeeper.run()).length} done.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await closeConnection(connection);
}
