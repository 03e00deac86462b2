import { createCollection, dropCollection } from './collection.ts';
import { refused, storeError } from './errors.ts';
import type { Store } from './store.ts';

const SPECIAL_COLLECTIONS = [
  'capped',
  'timeseries',
  'clusteredIndex',
  'collation',
  'viewOn',
  'validator',
  'expireAfterSeconds',
];

/** The parts of MongoDB's `Db` that Mongoose uses. */
export function createDb(store: Store) {
  const collections = new Map<string, ReturnType<typeof createCollection>>();
  return {
    databaseName: 'store',
    collection(name: string) {
      const existing = collections.get(name) ?? createCollection(store, name);
      collections.set(name, existing);
      return existing;
    },
    createCollection: (name: string, options: Record<string, unknown> = {}) =>
      makeCollection(store, name, options),
    dropCollection: (name: string) => store.write(() => dropCollection(store, name)),
    async dropDatabase() {
      await store.write(() => {
        for (const name of store.catalogue.names()) dropCollection(store, name);
      });
      return true;
    },
    listCollections: () => ({
      async toArray() {
        store.catalogue.refresh();
        return store.catalogue.names().map((name) => ({ name, type: 'collection' }));
      },
    }),
    admin: () => ({
      listDatabases: async () => ({ databases: [{ name: 'store' }], ok: 1 }),
      ping: async () => ({ ok: 1 }),
    }),
    watch() {
      throw refused('change streams');
    },
  };
}

async function makeCollection(store: Store, name: string, options: Record<string, unknown>): Promise<void> {
  const unknown = SPECIAL_COLLECTIONS.find((option) => options[option]);
  if (unknown) throw refused(`collections with the option '${unknown}' (${name}.createCollection)`);
  const existing = () => storeError(48, 'NamespaceExists', `Collection ${name} already exists.`);
  store.catalogue.refresh();
  if (store.catalogue.find(name)) throw existing();
  await store.write(() => {
    if (store.catalogue.find(name)) throw existing();
    store.catalogue.ensure(name);
  });
}

/** The parts of MongoDB's `MongoClient` that Mongoose uses. */
export function createClient(store: Store) {
  const db = createDb(store);
  return {
    store,
    db: () => db,
    close: () => store.close(),
    startSession() {
      throw refused('sessions and transactions');
    },
    withSession() {
      throw refused('sessions and transactions');
    },
    bulkWrite() {
      throw refused('bulk writes over several collections');
    },
  };
}
