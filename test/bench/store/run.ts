import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeConnection, openConnection } from '../../../models/connection.ts';
import { type BenchModel, benchDocument, benchId, createBenchModel } from './benchModel.ts';
import { pacedLoad, rateOf, round } from './measure.ts';
import { fsyncPerSecond, rawReference } from './rawReference.ts';

/** Measures the embedded store and prints one JSON line: `npm run bench:store -- [--documents 100000] [--seconds 5]`. */
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000' },
    operations: { type: 'string', default: '3000' },
    seconds: { type: 'string', default: '5' },
  },
});
const [documents, operations, seconds] = [
  Number(values.documents),
  Number(values.operations),
  Number(values.seconds),
];
const idOf = (n: number) => benchId((n * 7919) % documents);
const megabytes = () => Math.round(process.memoryUsage.rss() / 1e6);

async function seed(model: BenchModel): Promise<void> {
  for (let from = 0; from < documents; from += 500) {
    await model.collection.insertMany(
      Array.from({ length: Math.min(500, documents - from) }, (_, at) => benchDocument(from + at)) as never[],
    );
  }
}

async function operate(model: BenchModel) {
  const page = (n: number) =>
    model
      .find({ kind: ['achievement', 'patent', 'demand'][n % 3] ?? '', publication: 'published' })
      .sort({ publishedAt: -1, _id: -1 })
      .limit(20)
      .lean();
  const increment = (n: number) => model.updateOne({ _id: idOf(n) }, { $inc: { revision: 1 } });
  const create = (from: number) => (n: number) => model.create(benchDocument(documents + from + n));
  return {
    createPerSecond: await rateOf(operations, create(0)),
    createTogetherPerSecond: await rateOf(operations, create(operations), 50),
    findByIdPerSecond: await rateOf(operations, (n) => model.findById(idOf(n)).lean()),
    findBySlugPerSecond: await rateOf(operations, (n) =>
      model.findOne({ slug: `slug-${(n * 7919) % documents}` }).lean(),
    ),
    pagePerSecond: await rateOf(Math.min(operations, 2_000), page),
    updateTogetherPerSecond: await rateOf(operations, increment, 50),
    countPerSecond: await rateOf(200, () =>
      model.countDocuments({ kind: 'patent', publication: 'published' }),
    ),
    load: await pacedLoad({
      seconds,
      readsPerSecond: 400,
      writesPerSecond: 300,
      read: page,
      write: increment,
    }),
  };
}

const directory = mkdtempSync(join(tmpdir(), 'dual-helix-bench-'));
let connection = await openConnection({ dataDirectory: directory });
await seed(await createBenchModel(connection));
await closeConnection(connection);
const startedAt = performance.now();
connection = await openConnection({ dataDirectory: directory });
const openMs = round(performance.now() - startedAt);
const afterOpening = megabytes();
const store = await operate(await createBenchModel(connection));
const memory = { afterOpening, afterWork: megabytes() };
await closeConnection(connection);
const raw = rawReference(directory, documents, operations);
const ratioToRaw = {
  create: round(store.createPerSecond / raw.createPerSecond),
  createTogether: round(store.createTogetherPerSecond / raw.createTogetherPerSecond),
  findById: round(store.findByIdPerSecond / raw.findPerSecond),
  page: round(store.pagePerSecond / raw.pagePerSecond),
};
const machine = {
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  system: `${process.platform} ${release()}`,
  node: process.version,
};
console.log(
  JSON.stringify({
    machine,
    fsyncPerSecond: fsyncPerSecond(directory),
    documents,
    openMs,
    memoryMb: memory,
    store,
    raw,
    ratioToRaw,
  }),
);
rmSync(directory, { recursive: true });
