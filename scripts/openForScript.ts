import { systemClock } from '../server/clock.ts';
import { readConfig } from '../server/config.ts';
import { createLog } from '../server/log.ts';
import { openServices } from '../server/openServices.ts';

/** The services as the server has them, for a script that may run beside it. Only warnings are logged. */
export async function openForScript() {
  const config = { ...readConfig(), logLevel: 'warn' as const };
  return openServices({ config, clock: systemClock, log: createLog(config) });
}
