import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { closeConnection, openConnection } from '../../../models/connection.ts';
import { readConfig } from '../../../server/config.ts';
import { newId } from '../../../server/newId.ts';

/** What a contract test sees of a store; each test begins with an empty one. */
export interface ContractStore {
  connection(): Connection;
  /** A collection as the driver has it, without a schema. */
  collection(name?: string): Connection['collection'] extends (name: string) => infer C ? C : never;
}

/**
 * Runs the same tests on the embedded store and, when MONGODB_URI is set, on MongoDB. What is expected
 * stands in the tests; neither store is the measure of the other.
 */
export function describeStores(title: string, define: (store: ContractStore) => void): void {
  const { mongodbUri } = readConfig();
  describe(`${title} (embedded)`, () => {
    let directory = '';
    defineWith(define, async () => {
      directory = mkdtempSync(join(tmpdir(), 'dual-helix-store-'));
      return openConnection({ dataDirectory: directory });
    });
    afterEach(() => rmSync(directory, { recursive: true, force: true }));
  });
  if (!mongodbUri) return;
  describe(`${title} (MongoDB)`, () => {
    const uri = new URL(mongodbUri);
    uri.pathname = `/dual_helix_contract_${newId().replace(/\W/g, '_')}`;
    defineWith(define, async () => {
      const connection = await openConnection({ mongodbUri: uri.href, dataDirectory: '' });
      await connection.dropDatabase();
      return connection;
    });
  });
}

function defineWith(define: (store: ContractStore) => void, open: () => Promise<Connection>): void {
  let connection: Connection | undefined;
  const current = () => {
    if (!connection) throw new Error('The store is only open inside a test.');
    return connection;
  };
  beforeEach(async () => {
    connection = await open();
  });
  afterEach(async () => {
    if (connection) await closeConnection(connection);
  });
  define({ connection: current, collection: (name = 'things') => current().collection(name) });
}
