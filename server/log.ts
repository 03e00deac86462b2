import pino from 'pino';
import type { Config } from './config.ts';

/**
 * The log of the process, one JSON line an entry. An `error` wakes somebody: a healthy marketplace writes none.
 * Cookies and credentials never get there.
 */
export function createLog({ logLevel }: Pick<Config, 'logLevel'>) {
  return pino({
    level: logLevel,
    redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'],
  });
}

export type Log = ReturnType<typeof createLog>;
