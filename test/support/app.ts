import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { QueryReport } from '../../models/embedded/store.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { createLog } from '../../server/log.ts';
import { openServices } from '../../server/openServices.ts';
import { LIMITS, type Limit, type LimitName } from '../../server/web/limits.ts';
import { manualClock } from './manualClock.ts';
import { createVisitor } from './visitor.ts';

export interface StartOptions {
  /** Variables of the environment, over those of a test. */
  variables?: Record<string, string>;
  limits?: Partial<Record<LimitName, Limit>>;
  start?: string;
  /** Told of every read of the store. */
  onQuery?: (report: QueryReport) => void;
}

/** So many that no test meets one that is not about limits. */
const GENEROUS = Object.fromEntries(
  Object.keys(LIMITS).map((name) => [name, { points: 100_000, seconds: 60 }]),
) as Record<LimitName, Limit>;

/** The whole marketplace with a store, an index, files and letters of its own in a temporary folder. */
export async function startApp({ variables = {}, limits = {}, start, onQuery }: StartOptions = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'dual-helix-app-'));
  const given = { DATA_DIR: directory, LOG_LEVEL: 'silent', BASE_URL: 'http://market.test', ...variables };
  const config = readConfig(given);
  const clock = manualClock(start);
  const { services, models, close } = await openServices({
    config,
    clock,
    log: createLog(config),
    ...(onQuery ? { onQuery } : {}),
  });
  const app = await createApp(services, config, { limits: { ...GENEROUS, ...limits } });
  return {
    app,
    services,
    models,
    config,
    clock,
    directory,
    /** Somebody with an own browser. */
    visitor: () => createVisitor(app),
    /** Lets everything that follows changes happen: the log, the index, notices and letters. */
    drain: () => services.background.drain(),
    async close(): Promise<void> {
      await close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export type TestApp = Awaited<ReturnType<typeof startApp>>;
