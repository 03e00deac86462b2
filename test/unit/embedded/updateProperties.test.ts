import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkStore } from '../../../models/embedded/checkStore.ts';
import { openStoreForTest, type TestStore } from './openStoreForTest.ts';

interface Item {
  id: string;
  n: number;
}

/** A document of the naive model; fields have one type each, so that no operator can fail. */
interface Thing {
  _id: string;
  n?: number;
  s?: string | null;
  list?: (string | number)[];
  items?: Item[];
  sub?: { x?: number; at?: Date };
}

/** One step: what the store is told, and the same on the naive model. */
interface Step {
  update: Record<string, Record<string, unknown>>;
  apply: (thing: Thing) => void;
}

const number = fc.integer({ min: -3, max: 9 });
const text = fc.constantFrom('a', 'b', 'c', null);
const element = fc.oneof(fc.constantFrom('p', 'q'), fc.integer({ min: 0, max: 2 }));
const item = fc.record({ id: fc.constantFrom('i', 'j', 'k'), n: number }, { noNullPrototype: true });
const date = fc.constantFrom(new Date(0), new Date(5_000));

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(number, text).map(([n, s]) => ({
    update: { $set: { n, s } },
    apply: (thing: Thing) => Object.assign(thing, { n, s }),
  })),
  fc.tuple(number, number).map(([n, x]) => ({
    update: { $inc: { n, 'sub.x': x } },
    apply(thing: Thing) {
      thing.n = (thing.n ?? 0) + n;
      thing.sub = { ...thing.sub, x: (thing.sub?.x ?? 0) + x };
    },
  })),
  fc.tuple(number, date).map(([n, at]) => ({
    update: { $min: { n }, $max: { 'sub.at': at } },
    apply(thing: Thing) {
      thing.n = thing.n === undefined ? n : Math.min(thing.n, n);
      const before = thing.sub?.at;
      thing.sub = { ...thing.sub, at: before && before > at ? before : at };
    },
  })),
  fc.tuple(fc.array(element, { maxLength: 3 }), fc.integer({ min: 1, max: 4 })).map(([each, kept]) => ({
    update: { $push: { list: { $each: each, $slice: -kept } } },
    apply(thing: Thing) {
      thing.list = [...(thing.list ?? []), ...each].slice(-kept);
    },
  })),
  element.map((value) => ({
    update: { $addToSet: { list: value } },
    apply(thing: Thing) {
      if (!thing.list?.includes(value)) thing.list = [...(thing.list ?? []), value];
    },
  })),
  element.map((value) => ({
    update: { $pull: { list: value } },
    apply(thing: Thing) {
      if (thing.list) thing.list = thing.list.filter((other) => other !== value);
    },
  })),
  item.map((added) => ({
    update: { $push: { items: added } },
    apply(thing: Thing) {
      thing.items = [...(thing.items ?? []), { ...added }];
    },
  })),
  fc.tuple(fc.constantFrom('i', 'j', 'k'), number).map(([id, n]) => ({
    update: { $pull: { items: { id, n: { $gte: n } } } },
    apply(thing: Thing) {
      if (thing.items) thing.items = thing.items.filter((other) => other.id !== id || other.n < n);
    },
  })),
  fc.constantFrom('n', 's', 'list', 'items', 'sub').map((field) => ({
    update: { $unset: { [field]: '' } },
    apply(thing: Thing) {
      delete thing[field as 'n'];
    },
  })),
);

interface Act {
  kind: 'one' | 'upsert' | 'many' | 'queue' | 'delete' | 'insert';
  id: string;
  least: number;
  step: Step;
}

const acts = fc.array(
  fc.record({
    kind: fc.constantFrom<Act['kind']>('one', 'one', 'upsert', 'upsert', 'many', 'queue', 'delete', 'insert'),
    id: fc.constantFrom('t1', 't2', 't3', 't4', 't5'),
    least: number,
    step: steps,
  }),
  { minLength: 25, maxLength: 25 },
);

/** The documents with at least that `n`, least first, as the queue takes them. */
function matching(model: Map<string, Thing>, least: number): Thing[] {
  const found = [...model.values()].filter(({ n }) => n !== undefined && n >= least);
  return found.sort((left, right) => (left.n ?? 0) - (right.n ?? 0) || (left._id < right._id ? -1 : 1));
}

function applyToModel(model: Map<string, Thing>, { kind, id, least, step }: Act): void {
  const existing = model.get(id);
  if (kind === 'insert' && !existing) model.set(id, { _id: id, n: least });
  if (kind === 'delete') model.delete(id);
  if (kind === 'one' && existing) step.apply(existing);
  if (kind === 'many') for (const thing of matching(model, least)) step.apply(thing);
  if (kind === 'queue') matching(model, least).slice(0, 1).forEach(step.apply);
  if (kind !== 'upsert') return;
  const thing = existing ?? { _id: id };
  model.set(id, thing);
  step.apply(thing);
}

describe('any sequence of changes', () => {
  let store: TestStore;
  before(async () => {
    store = await openStoreForTest();
  });
  after(() => store.close());

  async function applyToStore(name: string, { kind, id, least, step }: Act): Promise<void> {
    const things = store.collection(name);
    const [one, many] = [{ _id: id as never }, { n: { $gte: least } }];
    if (kind === 'insert') {
      await things.insertOne({ ...one, n: least }).catch((error) => assert.equal(error.code, 11000));
    } else if (kind === 'delete') await things.deleteOne(one);
    else if (kind === 'one') await things.updateOne(one, step.update);
    else if (kind === 'upsert') await things.updateOne(one, step.update, { upsert: true });
    else if (kind === 'many') await things.updateMany(many, step.update);
    else await things.findOneAndUpdate(many, step.update, { sort: { n: 1 } });
  }

  it('leaves what a model in memory has, and indexes that agree with it', async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const name = `round${round++}`;
        for (const path of ['n', 's', 'list', 'items.id', 'sub.at'])
          await store.collection(name).createIndex({ [path]: 1 });
        await store.collection(name).createIndex({ 'items.n': -1, s: 1 });
        const model = new Map<string, Thing>();
        for (const act of sequence) {
          applyToModel(model, act);
          await applyToStore(name, act);
        }
        const stored = await store
          .collection(name)
          .find({}, { sort: { _id: 1 } })
          .toArray();
        const expected = [...model.values()].sort((left, right) => (left._id < right._id ? -1 : 1));
        assert.deepEqual(stored, expected);
      }),
      { numRuns: 25 },
    );
    const check = checkStore(join(store.directory, 'store.sqlite'));
    assert.deepEqual(check.problems, []);
    assert.ok(check.collections >= 25);
  });
});
