import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeConnection, openConnection } from '../../models/connection.ts';
import { createModels, type Models, prepareModels } from '../../models/createModels.ts';

export interface TemporaryStore {
  directory: string;
  models: Models;
  close(): Promise<void>;
}

/** A real embedded store in a folder of its own, removed when closed. */
export async function openTemporaryStore(): Promise<TemporaryStore> {
  const directory = await mkdtemp(join(tmpdir(), 'dual-helix-'));
  const connection = await openConnection({ dataDirectory: directory });
  const models = createModels(connection);
  await prepareModels(models);
  return {
    directory,
    models,
    async close() {
      await closeConnection(connection);
      await rm(directory, { recursive: true, force: true });
    },
  };
}
