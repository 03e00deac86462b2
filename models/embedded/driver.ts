import mongoose from 'mongoose';
import { createClient } from './client.ts';
import { refused } from './errors.ts';
import { openStore, type StoreOptions } from './store.ts';

/** The inner parts of a Mongoose connection that a driver has to fill in. */
interface ConnectionParts {
  readyState: number;
  _connectionString: string;
  client: unknown;
  db: unknown;
  host: string;
  name: string;
  config: Record<string, unknown>;
  onOpen(): void;
}

const CONNECTING = 2;

/**
 * The Mongoose driver for one file. It has to be set on a `new Mongoose()` before any model is
 * compiled there. Mongoose's own collection wrapper is kept: it brings buffering and debugging.
 */
export function createEmbeddedDriver(options: StoreOptions = {}) {
  class EmbeddedConnection extends mongoose.Connection {
    /** Opens the file named by `path`; there is nothing to wait for. */
    async createClient(path: string, settings: Record<string, unknown> = {}): Promise<this> {
      const parts = this as unknown as ConnectionParts;
      parts.readyState = CONNECTING;
      parts._connectionString = path;
      for (const name of ['autoIndex', 'autoCreate', 'bufferCommands', 'bufferTimeoutMS', 'sanitizeFilter']) {
        if (settings[name] !== undefined) parts.config[name] = settings[name];
      }
      const client = createClient(openStore(path, options));
      parts.client = client;
      parts.db = client.db();
      parts.host = path;
      parts.name = 'store';
      parts.onOpen();
      return this;
    }

    override useDb(): never {
      throw refused('several databases in one store');
    }

    override setClient(): never {
      throw refused('a client of MongoDB');
    }
  }
  return { Connection: EmbeddedConnection, Collection: mongoose.Collection, plugins: [] };
}
