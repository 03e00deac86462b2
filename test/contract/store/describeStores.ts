import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { closeConnection, openConnection } from '../../../models/connection.ts';
import { readConfig } from '../../../server/config.ts';
import { newId } from '../../../server/newId.ts';
import { type DifferenceName, differencesOf, SERVER_DIFFERENCES } from './serverDifferences.ts';

/** What a contract test sees of a store; each test begins with an empty one. */
export interface ContractStore {
  connection(): Connection;
  /** A collection as the driver has it, without a schema. */
  collection(name?: string): Connection['collection'] extends (name: string) => infer C ? C : never;
  /**
   * A test of what some servers do otherwise, `needs` naming what: pending there, with the reason in its
   * title. On the embedded store it is a test like any other.
   */
  itNeeds(needs: readonly DifferenceName[], title: string, test: () => Promise<void>): void;
}

type ItNeeds = ContractStore['itNeeds'];

/** How many tests are pending for each difference of the server. */
const pending = new Map<DifferenceName, number>();

/**
 * Runs the same tests on the embedded store and, when MONGODB_URI is set, on MongoDB. What is expected
 * stands in the tests; neither store is the measure of the other.
 */
export function describeStores(title: string, define: (store: ContractStore) => void): void {
  const { mongodbUri } = readConfig();
  describe(`${title} (embedded)`, () => {
    let directory = '';
    const store = openedForEach(async () => {
      directory = mkdtempSync(join(tmpdir(), 'dual-helix-store-'));
      return openConnection({ dataDirectory: directory });
    });
    afterEach(() => rmSync(directory, { recursive: true, force: true }));
    define({ ...store, itNeeds: (_needs, name, test) => it(name, test) });
  });
  if (!mongodbUri) return;
  describe(`${title} (MongoDB)`, () => {
    const uri = databaseOfItsOwn(mongodbUri);
    const store = openedForEach(
      async () => {
        const connection = await openConnection({ mongodbUri: uri, dataDirectory: '' });
        await connection.dropDatabase();
        return connection;
      },
      (connection) => connection.dropDatabase(),
    );
    define({ ...store, itNeeds: pendingWhereItDiffers(store.connection) });
  });
}

function databaseOfItsOwn(mongodbUri: string): string {
  const uri = new URL(mongodbUri);
  uri.pathname = `/dual_helix_contract_${newId().replace(/\W/g, '_')}`;
  return uri.href;
}

function openedForEach(
  open: () => Promise<Connection>,
  clear = async (_connection: Connection) => {},
): Omit<ContractStore, 'itNeeds'> {
  let connection: Connection | undefined;
  const current = () => {
    if (!connection) throw new Error('The store is only open inside a test.');
    return connection;
  };
  beforeEach(async () => {
    connection = await open();
  });
  afterEach(async () => {
    if (connection === undefined) return;
    await clear(connection);
    await closeConnection(connection);
    connection = undefined;
  });
  return { connection: current, collection: (name = 'things') => current().collection(name) };
}

const pendingWhereItDiffers =
  (connection: () => Connection): ItNeeds =>
  (needs, title, test) =>
    it(title, async function () {
      const found = await differencesOf(connection(), needs);
      if (found.length === 0) return test();
      for (const name of found) pending.set(name, (pending.get(name) ?? 0) + 1);
      const reasons = found.map((name) => SERVER_DIFFERENCES[name].text).join('; ');
      if (this.test) this.test.title = `${title} [this server: ${reasons}]`;
      this.skip();
    });

after('the table of differences', () => {
  if (pending.size === 0) return;
  console.log('\n  This server differs from MongoDB; so many tests are pending for it:');
  for (const [name, tests] of pending)
    console.log(`  ${String(tests).padStart(4)}  ${name}: ${SERVER_DIFFERENCES[name].text}`);
});
