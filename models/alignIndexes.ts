import type { IndexOptions, Model } from 'mongoose';
import { describeBrokenIndex } from './brokenIndex.ts';

type Keys = Record<string, unknown>;

/** An index as both stores list it. */
interface StoredIndex {
  name: string;
  key: Keys;
  unique?: boolean;
  sparse?: boolean;
  /** Only on the embedded store: a process died while it was built. */
  unfinished?: boolean;
}

interface WantedIndex {
  keys: Keys;
  options: IndexOptions;
}

/** One step towards the indexes the schemas declare. */
export interface IndexChange {
  collection: string;
  name: string;
  /** `replace`: the data have one with other keys or options; `drop`: no schema knows it any more. */
  kind: 'build' | 'replace' | 'drop';
}

interface PlannedChange extends IndexChange {
  wanted: WantedIndex | null;
  old: StoredIndex[];
}

type AnyModel = Model<Record<string, unknown>>;

interface CollectionPlan {
  model: AnyModel;
  /** The collection is not there yet. */
  isNew: boolean;
  changes: PlannedChange[];
}

export type ModelsByName = Record<string, unknown>;

const modelsOf = (models: ModelsByName) => Object.values(models) as AnyModel[];
const NAMESPACE_EXISTS = 48;
const INDEX_NOT_FOUND = 27;

/** What `alignIndexes` would do; changes nothing. A collection that is not there yet counts with its indexes. */
export async function planIndexes(
  models: ModelsByName,
): Promise<{ changes: IndexChange[]; isDone: boolean }> {
  const plans = await Promise.all(modelsOf(models).map(planCollection));
  const changes = changesOf(plans);
  return { changes, isDone: changes.length === 0 && plans.every(({ isNew }) => !isNew) };
}

/**
 * Brings collections and indexes to what the schemas declare: missing ones are built, those that differ
 * dropped and built again, those no schema knows dropped. What fits is left alone.
 * @throws Error when the data break an index, saying what to do; the one it was to replace is there again then.
 */
export async function alignIndexes(models: ModelsByName): Promise<IndexChange[]> {
  const plans = await Promise.all(modelsOf(models).map(planCollection));
  // Empty collections all at once, which a store writes together; filled ones one after the other.
  await Promise.all(plans.filter(({ isNew }) => isNew).map(alignCollection));
  for (const plan of plans.filter(({ isNew }) => !isNew)) await alignCollection(plan);
  return changesOf(plans);
}

function changesOf(plans: readonly CollectionPlan[]): IndexChange[] {
  return plans.flatMap(({ changes }) =>
    changes.map(({ collection, name, kind }) => ({ collection, name, kind })),
  );
}

async function alignCollection({ model, isNew, changes }: CollectionPlan): Promise<void> {
  if (isNew) await ignoring(NAMESPACE_EXISTS, model.createCollection());
  for (const change of changes) await perform(model, change);
}

/** New ones come first and superfluous ones last, so that one that fails leaves as much as can be. */
async function planCollection(model: AnyModel): Promise<CollectionPlan> {
  const found = await storedIndexes(model);
  const stored = found ?? [];
  const { toDrop, toCreate } = await model.diffIndexes({ indexOptionsToCreate: true });
  const dropping = stored.filter(({ name }) => toDrop.includes(name));
  const wanted = [...(toCreate as unknown as [Keys, IndexOptions][]), ...unfinishedOf(model, stored, toDrop)];
  const collection = model.collection.name;
  const changes = wanted.map(([keys, options]): PlannedChange => {
    const name = options.name ?? nameOf(keys);
    const old = dropping.filter((index) => index.name === name || isSameKey(index.key, keys));
    for (const index of old) dropping.splice(dropping.indexOf(index), 1);
    return { collection, name, kind: old.length > 0 ? 'replace' : 'build', wanted: { keys, options }, old };
  });
  const dropped = dropping.map(
    (index): PlannedChange => ({ collection, name: index.name, kind: 'drop', wanted: null, old: [index] }),
  );
  const built = changes.filter(({ kind }) => kind === 'build');
  const replaced = changes.filter(({ kind }) => kind === 'replace');
  return { model, isNew: found === null, changes: [...built, ...replaced, ...dropped] };
}

async function storedIndexes(model: AnyModel): Promise<StoredIndex[] | null> {
  try {
    const indexes = (await model.listIndexes()) as unknown as StoredIndex[];
    // A collection has the one on _id at least; some servers list none instead of saying that it is missing.
    return indexes.length === 0 ? null : indexes;
  } catch (error) {
    if (codeOf(error) === 26) return null;
    throw error;
  }
}

/** The declared ones whose build a process began and did not end; building them goes on from there. */
function unfinishedOf(model: AnyModel, stored: StoredIndex[], toDrop: string[]): [Keys, IndexOptions][] {
  const unfinished = stored.filter((index) => index.unfinished && !toDrop.includes(index.name));
  const declared = model.schema.indexes() as [Keys, IndexOptions][];
  return declared.filter(([keys]) => unfinished.some(({ key }) => isSameKey(key, keys)));
}

async function perform(model: AnyModel, { wanted, old, name }: PlannedChange): Promise<void> {
  const { collection } = model;
  for (const index of old) await ignoring(INDEX_NOT_FOUND, collection.dropIndex(index.name));
  if (wanted === null) return;
  try {
    await collection.createIndex(wanted.keys as never, wanted.options as never);
  } catch (cause) {
    await buildAgain(model, old);
    throw await describeBrokenIndex(collection, name, cause);
  }
}

async function buildAgain({ collection }: AnyModel, indexes: StoredIndex[]): Promise<void> {
  for (const { name, key, unique, sparse } of indexes.filter(({ unfinished }) => !unfinished)) {
    const options = { name, ...(unique ? { unique } : {}), ...(sparse ? { sparse } : {}) };
    await collection.createIndex(key as never, options);
  }
}

function nameOf(keys: Keys): string {
  return Object.entries(keys)
    .map(([path, direction]) => `${path}_${direction}`)
    .join('_');
}

function isSameKey(one: Keys, other: Keys): boolean {
  return nameOf(one) === nameOf(other);
}

async function ignoring(code: number, work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (codeOf(error) !== code) throw error;
  });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
