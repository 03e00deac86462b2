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
    async createCollection(name: string, options: Record<string, unknown> = {}) {
      const unknown = SPECIAL_COLLECTIONS.find((option) => options[option]);
      if (unknown) throw refused(`collections with the option '${unknown}' (${name}.createCollection)`);
      store.catalogue.refresh(false);
      await store.write(() => {
        if (store.catalogue.find(name))
          throw storeError(48, 'NamespaceExists', `Collection ${name} already exists.`);
        store.catalogue.ensure(name);
      });
    },
    dropCollection: (name: string) => store.write(() => dropCollection(store, name)),
    async dropDatabase() {
      await store.write(() => {
        for (const name of store.catalogue.names()) dropCollection(store, name);
      });
      return true;
    },
    listCollections: () => ({
      async toArray() {
        store.catalogue.refresh(false);
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
