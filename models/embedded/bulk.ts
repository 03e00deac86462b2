import mongoose from 'mongoose';
import { isPlainObject, type Plain } from './bson.ts';
import { refused, type StoreError, storeError } from './errors.ts';
import { checkOptions } from './options.ts';
import type { Store } from './store.ts';
import { deleteWork, insertWork, type UpdateResult, updateWork, type Work } from './writes.ts';

const { BulkWriteResult } = (mongoose as unknown as { driver: { get(): BulkClasses } }).driver.get();
const { MongoBulkWriteError } = mongoose.mongo as unknown as BulkClasses;

/** Classes of the driver that callers test for; their constructors are not part of its types. */
interface BulkClasses {
  BulkWriteResult: new (counts: Counts, isOrdered: boolean) => Plain;
  MongoBulkWriteError: new (error: Plain, result: unknown) => Error;
}

interface Counts {
  ok: 1;
  writeErrors: unknown[];
  writeConcernErrors: unknown[];
  insertedIds: { index: number; _id: unknown }[];
  nInserted: number;
  nUpserted: number;
  nMatched: number;
  nModified: number;
  nRemoved: number;
  upserted: { index: number; _id: unknown }[];
}

type Outcome = { insertedId: unknown } | { deletedCount: number } | UpdateResult;

/** One operation of a bulk write: either a single transaction's work or many documents in turn. */
export type BulkStep = { work: Work<Outcome> } | { many: () => Promise<Outcome> };

export interface ManyOperations {
  updateMany(filter: unknown, update: unknown, options: Plain): Promise<UpdateResult>;
  deleteMany(filter: unknown, options: Plain): Promise<{ deletedCount: number }>;
}

const ALLOWED_PARTS = new Set([
  'filter',
  'update',
  'replacement',
  'document',
  'upsert',
  'timestamps',
  'strict',
  'overwriteDiscriminatorKey',
  'setDefaultsOnInsert',
  'skipTimestamps',
  'namespace',
]);

/** How many single operations share one task, so that others get their turn in between. */
const CHUNK = 50;

/** Runs a bulk write. Ordered: stops at the first error; unordered: does all it can. */
export async function bulkWrite(
  store: Store,
  collection: string,
  operations: unknown,
  options: Plain,
  many: ManyOperations,
): Promise<Plain> {
  checkOptions('bulk', options);
  if (!Array.isArray(operations) || operations.length === 0) {
    throw storeError(9, 'FailedToParse', 'a bulk write needs at least one operation');
  }
  const steps = operations.map((operation) => bulkStep(store, collection, operation, many));
  const isOrdered = options.ordered !== false;
  const counts = await runSteps(store, steps, isOrdered);
  const result = new BulkWriteResult(counts, isOrdered);
  if (counts.writeErrors.length > 0) throw bulkError(counts, result);
  return result;
}

/** insertMany is a bulk write of inserts with a result of its own. */
export async function insertMany(
  store: Store,
  collection: string,
  documents: unknown,
  options: Plain,
): Promise<Plain> {
  checkOptions('insert', options);
  if (!Array.isArray(documents))
    throw storeError(9, 'FailedToParse', 'insertMany needs an array of documents');
  const isOrdered = options.ordered !== false;
  const steps = documents.map((document): BulkStep => ({ work: insertWork(store, collection, document) }));
  const counts = await runSteps(store, steps, isOrdered);
  if (counts.writeErrors.length > 0) throw bulkError(counts, new BulkWriteResult(counts, isOrdered));
  const insertedIds = Object.fromEntries(counts.insertedIds.map(({ index, _id }) => [index, _id]));
  return { acknowledged: true, insertedCount: counts.nInserted, insertedIds };
}

function bulkStep(store: Store, collection: string, operation: unknown, many: ManyOperations): BulkStep {
  const [name = '', part] = isPlainObject(operation) ? (Object.entries(operation)[0] ?? []) : [];
  if (!isPlainObject(part)) throw storeError(9, 'FailedToParse', 'a bulk operation must be an object');
  const foreign = Object.entries(part).find(([key, value]) => !ALLOWED_PARTS.has(key) && value != null);
  if (foreign && name !== 'insertOne') throw refused(`'${foreign[0]}' in ${name} of a bulk write`);
  const options = { upsert: part.upsert };
  const { filter, update } = part;
  if (name === 'insertOne') return { work: insertWork(store, collection, (part.document ?? part) as Plain) };
  if (name === 'updateOne') return { work: updateWork(store, collection, name, { filter, update, options }) };
  if (name === 'replaceOne') {
    return { work: updateWork(store, collection, name, { filter, update: part.replacement, options }) };
  }
  if (name === 'deleteOne') return { work: deleteWork(store, collection, filter) };
  if (name === 'updateMany') return { many: () => many.updateMany(filter, update, { upsert: part.upsert }) };
  if (name === 'deleteMany') return { many: () => many.deleteMany(filter, {}) };
  throw refused(`'${name}' in a bulk write`);
}

async function runSteps(store: Store, steps: BulkStep[], isOrdered: boolean): Promise<Counts> {
  const counts = emptyCounts();
  let at = 0;
  while (at < steps.length && !(isOrdered && counts.writeErrors.length > 0)) {
    const step = steps[at];
    if (step && 'many' in step) {
      await attempt(counts, at, step.many);
      at++;
    } else {
      // The outcomes count only once they are on disk.
      const outcomes = await store.write(() => runChunk(steps, at, isOrdered));
      for (const outcome of outcomes) note(counts, at++, outcome);
    }
  }
  return counts;
}

type StepOutcome = { outcome: Outcome } | { error: StoreError };

function runChunk(steps: BulkStep[], from: number, isOrdered: boolean): StepOutcome[] {
  const outcomes: StepOutcome[] = [];
  for (let at = from; at < Math.min(steps.length, from + CHUNK); at++) {
    const step = steps[at];
    if (!step || !('work' in step)) break;
    try {
      outcomes.push({ outcome: step.work() });
    } catch (error) {
      outcomes.push({ error: writeErrorOf(error) });
      if (isOrdered) break;
    }
  }
  return outcomes;
}

async function attempt(counts: Counts, at: number, work: () => Promise<Outcome>): Promise<void> {
  try {
    note(counts, at, { outcome: await work() });
  } catch (error) {
    note(counts, at, { error: writeErrorOf(error) });
  }
}

/** Only what concerns the one document is an error of one operation; the rest ends the whole bulk write. */
function writeErrorOf(error: unknown): StoreError {
  if (error instanceof mongoose.mongo.MongoServerError && error.code !== 8) return error;
  throw error;
}

function note(counts: Counts, index: number, step: StepOutcome): void {
  if ('error' in step) {
    const { code, message: errmsg, keyPattern, keyValue } = step.error;
    counts.writeErrors.push({ index, code, errmsg, err: { index, code, errmsg, keyPattern, keyValue } });
  } else if ('insertedId' in step.outcome) {
    counts.nInserted++;
    counts.insertedIds.push({ index, _id: step.outcome.insertedId });
  } else if ('deletedCount' in step.outcome) counts.nRemoved += step.outcome.deletedCount;
  else noteUpdate(counts, index, step.outcome);
}

function noteUpdate(counts: Counts, index: number, result: UpdateResult): void {
  counts.nMatched += result.matchedCount;
  counts.nModified += result.modifiedCount;
  if (result.upsertedCount === 0) return;
  counts.nUpserted++;
  counts.upserted.push({ index, _id: result.upsertedId });
}

function emptyCounts(): Counts {
  return {
    ok: 1,
    writeErrors: [],
    writeConcernErrors: [],
    insertedIds: [],
    nInserted: 0,
    nUpserted: 0,
    nMatched: 0,
    nModified: 0,
    nRemoved: 0,
    upserted: [],
  };
}

function bulkError(counts: Counts, result: unknown): Error {
  const [first] = counts.writeErrors as { code: number; errmsg: string }[];
  return new MongoBulkWriteError(
    { message: first?.errmsg, code: first?.code, writeErrors: counts.writeErrors },
    result,
  );
}
