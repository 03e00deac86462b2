import assert from 'node:assert/strict';
import { Schema } from 'mongoose';
import { createModels, prepareModels } from '../../../models/createModels.ts';
import { describeStores } from './describeStores.ts';

const thingSchema = new Schema(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    count: { type: Number, default: 0 },
    at: { type: Date, default: null },
    tags: { type: [String], default: [] },
    members: { type: [{ _id: false, organisationId: String, role: String }], default: [] },
    content: { type: Schema.Types.Mixed, default: null },
    labels: { type: Map, of: String },
  },
  { minimize: false },
);
thingSchema.index({ name: 1 }, { unique: true });
thingSchema.index({ 'members.organisationId': 1 });

describeStores('models of Mongoose', (store) => {
  const createModel = async () => {
    const model = store.connection().model('thing', thingSchema);
    await model.init();
    return model;
  };

  it('save, find, change and delete documents', async () => {
    const Thing = await createModel();
    await Thing.create({
      _id: 'x',
      name: 'X',
      content: { zh: '钢', list: [{ a: null }] },
      labels: { a: 'b' },
    });
    const thing = await Thing.findById('x').orFail();
    thing.tags.push('p');
    thing.members.push({ organisationId: 'o1', role: 'admin' });
    thing.labels?.set('c', 'd');
    await thing.save();
    const plain = await Thing.findOne({ 'members.organisationId': 'o1' }).lean();
    assert.deepEqual(
      { ...plain },
      {
        _id: 'x',
        name: 'X',
        count: 0,
        at: null,
        tags: ['p'],
        members: [{ organisationId: 'o1', role: 'admin' }],
        content: { zh: '钢', list: [{ a: null }] },
        labels: { a: 'b', c: 'd' },
        __v: 1,
      },
    );
    thing.members.splice(0, 1);
    thing.set('content.zh', '铁');
    await thing.save();
    assert.deepEqual((await Thing.findById('x').lean())?.content, { zh: '铁', list: [{ a: null }] });
    await thing.deleteOne();
    assert.equal(await Thing.exists({ _id: 'x' }), null);
  });

  it('refuse to save over a newer version', async () => {
    const Thing = await createModel();
    await Thing.create({ _id: 'x', name: 'X', tags: ['a', 'b'] });
    const [first, second] = [await Thing.findById('x').orFail(), await Thing.findById('x').orFail()];
    first.tags.splice(0, 1);
    await first.save();
    second.tags.splice(1, 1);
    await assert.rejects(second.save(), { name: 'VersionError' });
  });

  it('refuse what the schema does not allow before it reaches the store', async () => {
    const Thing = await createModel();
    await assert.rejects(Thing.create({ _id: 'x' }), { name: 'ValidationError' });
    await assert.rejects(Thing.find({ at: 'no date' }), { name: 'CastError' });
    await assert.rejects(
      Thing.create(
        [
          { _id: 'x', name: 'X' },
          { _id: 'y', name: 'X' },
        ],
        { ordered: true },
      ),
      { code: 11000 },
    );
  });

  it('insert, upsert and write in bulk with casts and defaults', async () => {
    const Thing = await createModel();
    await Thing.insertMany([
      { _id: 'a', name: 'A' },
      { _id: 'b', name: 'B', at: '2026-01-01T00:00:00Z' },
    ]);
    await Thing.bulkWrite([
      { updateOne: { filter: { _id: 'a' }, update: { $inc: { count: 2 } } } },
      { insertOne: { document: { _id: 'c', name: 'C' } } },
    ]);
    const upserted = await Thing.findOneAndUpdate(
      { _id: 'd' },
      { $set: { name: 'D' } },
      { upsert: true, returnDocument: 'after', lean: true },
    );
    assert.deepEqual([upserted?.count, upserted?.tags], [0, []]);
    const counts = await Thing.find({}).sort({ count: -1, _id: 1 }).select('count').lean();
    assert.deepEqual(
      counts.map(({ _id, count }) => `${_id}${count}`),
      ['a2', 'b0', 'c0', 'd0'],
    );
    assert.deepEqual(
      (await Thing.findOne({ at: { $gte: new Date('2026-01-01T00:00:00Z') } }).lean())?._id,
      'b',
    );
    assert.equal(await Thing.countDocuments({ name: { $in: ['A', 'C', 'Z'] } }), 2);
  });

  it('read with a cursor', async () => {
    const Thing = await createModel();
    await Thing.insertMany(Array.from({ length: 120 }, (_, n) => ({ _id: `${n}`, name: `n${n}` })));
    let seen = 0;
    for await (const thing of Thing.find({}).sort({ _id: 1 }).lean().cursor({ batchSize: 10 }))
      seen += thing.name ? 1 : 0;
    assert.equal(seen, 120);
  });
});

describeStores('the models of the product', (store) => {
  it('have their collections and indexes, each once, after any number of starts', async () => {
    const models = createModels(store.connection());
    await prepareModels(models);
    await prepareModels(models);
    for (const model of Object.values(models) as {
      schema: Schema;
      listIndexes(): Promise<{ key: object }[]>;
    }[]) {
      const declared = [{ _id: 1 }, ...model.schema.indexes().map(([fields]) => fields)];
      const keys = (await model.listIndexes()).map(({ key }) => JSON.stringify(key));
      assert.deepEqual(keys.sort(), declared.map((fields) => JSON.stringify(fields)).sort());
    }
  });

  it('keep a listing whose change carries its events', async () => {
    const { listings } = createModels(store.connection());
    await listings.init();
    const at = new Date('2026-05-01T00:00:00Z');
    await listings.create({
      _id: 'A-2026-000123K',
      kind: 'achievement',
      organisationId: 'o1',
      regionPath: ['37', '3701'],
      createdAt: at,
      createdBy: 'p1',
      updatedAt: at,
      draft: { content: { title: { zh: '题', en: null } }, number: 1 },
    });
    const event = { id: 'e1', at, name: 'listing.submit', actor: { accountId: 'p1' }, detail: {} };
    const change = () =>
      listings
        .findOneAndUpdate(
          { _id: 'A-2026-000123K', revision: 1 },
          { $set: { review: 'submitted' }, $inc: { revision: 1 }, $push: { pending: event } },
          { returnDocument: 'after' },
        )
        .lean();
    assert.equal((await change())?.revision, 2);
    assert.equal(await change(), null);
    const waiting = await listings.find({ 'pending.at': { $gt: new Date(0) } }).lean();
    assert.deepEqual(waiting[0]?.pending, [event]);
    await listings.updateOne({ _id: 'A-2026-000123K' }, { $pull: { pending: { id: 'e1' } } });
    assert.equal(await listings.countDocuments({ 'pending.at': { $gt: new Date(0) } }), 0);
  });
});
