import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { newId } from '../../../server/newId.ts';
import { openServices } from '../../../server/openServices.ts';
import { createSite, type Site } from '../../crash/server/site.ts';
import { startFakeMeilisearch } from '../search/fakeMeilisearchServer.ts';

/** Two servers of the marketplace on one store and one index, each with a data folder of its own. */
export async function openProcesses(mongodbUri: string) {
  const directory = await mkdtemp(join(tmpdir(), 'dual-helix-processes-'));
  const meilisearch = await startFakeMeilisearch();
  const uri = new URL(mongodbUri);
  uri.pathname = `/dual_helix_processes_${newId().replace(/\W/g, '_')}`;
  const store = { MONGODB_URI: uri.href, TRUST_PROXY: 'loopback' };
  const shared = { ...store, MEILI_HOST: meilisearch.host };
  const folder = (name: string) => join(directory, name);
  const sites: Site[] = [];

  async function site(name: string, variables: Record<string, string> = shared): Promise<Site> {
    const made = await createSite(folder(name), variables);
    sites.push(made);
    return made;
  }

  return {
    directory,
    folder,
    site,
    /** The store alone, as for a server with an index of its own. */
    store,
    /** The same services in the process of the test, with a clock that is ahead. */
    async services(aheadMs = 0) {
      const variables = { ...shared, DATA_DIR: folder('test'), BASE_URL: 'http://market.test', DEMO: '0' };
      const config = readConfig({ ...variables, LOG_LEVEL: 'silent' });
      const clock = { now: () => new Date(Date.now() + aheadMs) };
      return openServices({ config, clock, log: createLog(config) });
    },
    async close(): Promise<void> {
      await Promise.all(sites.map((each) => each.kill()));
      const connection = await mongoose.createConnection(uri.href).asPromise();
      await connection.dropDatabase();
      await connection.close();
      await meilisearch.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export type Processes = Awaited<ReturnType<typeof openProcesses>>;
