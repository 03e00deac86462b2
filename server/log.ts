import pino, { type DestinationStream } from 'pino';
import type { Config } from './config.ts';

/**
 * The log of the process, one JSON line an entry. An `error` wakes somebody: a healthy marketplace writes none.
 * Cookies and credentials never get there. It goes to standard output unless a destination is given.
 */
export function createLog({ logLevel }: Pick<Config, 'logLevel'>, destination?: DestinationStream) {
  const redact = ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'];
  const options = { level: logLevel, redact };
  return destination === undefined ? pino(options) : pino(options, destination);
}

export type Log = ReturnType<typeof createLog>;
