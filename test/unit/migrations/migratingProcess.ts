import { closeConnection, openConnection } from '../../../models/connection.ts';
import { createBookkeepingModels } from '../../../models/createModels.ts';
import { systemClock } from '../../../server/clock.ts';
import { createMigrator } from '../../../server/migrations/migrator.ts';
import { renameTitles } from './renameTitles.ts';

/** A program that starts on the store named by its first parameter, and says which steps it did. */
const [dataDirectory = ''] = process.argv.slice(2);
const connection = await openConnection({ dataDirectory });
const migrator = createMigrator({
  connection,
  ...createBookkeepingModels(connection),
  clock: systemClock,
  holder: `process-${process.pid}`,
  migrations: [renameTitles((changed) => process.stdout.write(`${changed}\n`))],
  leaseMs: 500,
});
const done = await migrator.run();
process.stdout.write(`did ${done.map(({ name }) => name).join(', ') || 'nothing'}\n`);
await closeConnection(connection);
