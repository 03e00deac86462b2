import type { Models } from '../../models/createModels.ts';
import type { Config } from '../config.ts';
import type { Services } from '../services.ts';
import { type DemoParts, hasDemoAccounts, isEmptyStore, loadDemo } from './loadDemo.ts';

interface DemoModeParts {
  services: Services;
  models: Models;
  config: Config;
  onProgress: NonNullable<DemoParts['onProgress']>;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/**
 * Loads the demo into a store nothing has happened in, when only this machine can reach the server.
 * @returns whether this is a demo, whose accounts everybody can sign in to.
 * @throws Error when demo accounts exist and others could reach them.
 */
export async function prepareDemo({ services, models, config, onProgress }: DemoModeParts): Promise<boolean> {
  const isPrivate = LOOPBACK.has(config.host) && !config.baseUrl.startsWith('https:');
  const isWanted = config.demo ?? isPrivate;
  if (isWanted && isPrivate && (await isEmptyStore(services))) {
    await loadDemo({ services, models, clock: services.clock, onProgress });
  }
  const isDemo = await hasDemoAccounts(services);
  if (isDemo && !isPrivate) {
    throw new Error(
      'There are demo accounts in this store, which anybody can sign in to. Use a new DATA_DIR for a server that others reach, or keep HOST on loopback.',
    );
  }
  return isDemo;
}
