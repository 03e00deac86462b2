import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { openServices } from '../../../server/openServices.ts';
import { environmentOf } from './site.ts';

/** The services on a data folder in this process, with a clock that is ahead. */
export async function openMarket(dataDirectory: string, aheadMs = 0) {
  const config = readConfig(environmentOf(dataDirectory));
  const clock = { now: () => new Date(Date.now() + aheadMs) };
  return openServices({ config, clock, log: createLog(config) });
}
