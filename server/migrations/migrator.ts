import type { Connection } from 'mongoose';
import type { BookkeepingModels } from '../../models/createModels.ts';
import type { Clock } from '../clock.ts';
import { createSettingStore } from '../jobs/settingStore.ts';
import { createLeaseStore } from '../relay/leaseStore.ts';
import { byOneProcess, MIGRATING_MS } from './byOneProcess.ts';
import type { Migration } from './migration.ts';

/** What the store knows of the steps that were done on it. */
interface MigrationRecord {
  version: number;
  done: { number: number; name: string; at: Date }[];
}

const RECORD = 'migrations';

interface MigratorParts extends BookkeepingModels {
  connection: Connection;
  clock: Clock;
  /** Names this process among those that share the store. */
  holder: string;
  migrations: readonly Migration[];
  /** How long others wait for a process that died in the middle; prolonged while it works. */
  leaseMs?: number;
}

/** Brings the data up to date, step by step, by one process at a time; each step is recorded once it is done. */
export function createMigrator({
  connection,
  leases,
  settings,
  clock,
  holder,
  migrations,
  leaseMs = MIGRATING_MS,
}: MigratorParts) {
  const lease = createLeaseStore({ leases, clock, holder });
  const store = createSettingStore({ settings });
  const known = migrations.at(-1)?.number ?? 0;

  async function findRecord(): Promise<MigrationRecord> {
    const record = (await store.find<MigrationRecord>(RECORD)) ?? { version: 0, done: [] };
    if (record.version > known) {
      throw new Error(
        `The data were written by a newer version of the program (data version ${record.version}, this program knows ${known}). Nothing was changed. Start the newer version, or restore a backup made before it was first started.`,
      );
    }
    return record;
  }

  const after = (version: number) => migrations.filter(({ number }) => number > version);

  async function perform(): Promise<Migration[]> {
    let record = await findRecord();
    const performed = after(record.version);
    for (const { number, name, run } of performed) {
      await run(connection, clock.now()).catch((cause) => {
        throw new Error(
          `Step ${number} (${name}) of bringing the data up to date failed: ${cause.message}. It goes on from there at the next start.`,
          { cause },
        );
      });
      record = { version: number, done: [...record.done, { number, name, at: clock.now() }] };
      await store.set(RECORD, record);
    }
    return performed;
  }

  return {
    /** The steps that are still to be done, and how many documents each would change. Changes nothing. */
    async pending() {
      const steps = after((await findRecord()).version);
      return Promise.all(
        steps.map(async ({ number, name, purpose, count }) => ({
          number,
          name,
          purpose,
          documents: await count(connection),
        })),
      );
    },
    /**
     * Does what is still to be done; waits while another process is at it.
     * @returns the steps this process did.
     * @throws Error when a step fails, or when the data are newer than the program.
     */
    async run(): Promise<{ number: number; name: string }[]> {
      const performed = await byOneProcess({
        lease,
        leaseMs,
        isLeft: async () => after((await findRecord()).version).length > 0,
        perform,
      });
      return performed.map(({ number, name }) => ({ number, name }));
    },
  };
}
