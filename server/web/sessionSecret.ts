import { randomBytes } from 'node:crypto';
import type { Config } from '../config.ts';
import type { SettingStore } from '../jobs/settingStore.ts';

/**
 * The secret sessions are signed with: the configured one, or one made once and kept in the store.
 * @throws Error in production without SESSION_SECRET, since whoever reads the store could sign in as anybody.
 */
export async function findSessionSecret(
  { sessionSecret, isProduction }: Pick<Config, 'sessionSecret' | 'isProduction'>,
  settings: SettingStore,
): Promise<string> {
  if (sessionSecret !== undefined) return sessionSecret;
  if (isProduction)
    throw new Error(
      'SESSION_SECRET is needed in production: at least 16 characters, the same for every process.',
    );
  return settings.findOrKeep('sessionSecret', randomBytes(32).toString('hex'));
}
