import { type Connection, Schema } from 'mongoose';

const benchSchema = new Schema(
  {
    _id: { type: String, required: true },
    slug: { type: String, required: true },
    kind: { type: String, required: true },
    publication: { type: String, required: true },
    publishedAt: { type: Date, required: true },
    organisationId: { type: String, required: true },
    tags: { type: [String], default: [] },
    revision: { type: Number, default: 1 },
    content: { type: Schema.Types.Mixed, default: null },
  },
  { versionKey: false, minimize: false },
);
benchSchema.index({ slug: 1 }, { unique: true });
benchSchema.index({ kind: 1, publication: 1, publishedAt: -1 });
benchSchema.index({ organisationId: 1, publishedAt: -1 });
benchSchema.index({ tags: 1 });
benchSchema.index({ publication: 1, publishedAt: -1 });

const WORDS =
  '钢铁 激光 焊接 传感器 轴承 电池 膜 催化 农业 水处理 laser welding bearing sensor membrane'.split(' ');

export const benchId = (number: number) => `L${String(number).padStart(8, '0')}`;

/** The same document for the same number in every run, of about 2 kB. */
export function benchDocument(number: number) {
  const text = Array.from({ length: 150 }, (_, at) => WORDS[(number * 7 + at * at) % WORDS.length]).join(' ');
  return {
    _id: benchId(number),
    slug: `slug-${number}`,
    kind: ['achievement', 'patent', 'demand'][number % 3] ?? 'demand',
    publication: number % 5 === 0 ? 'never' : 'published',
    publishedAt: new Date(Date.UTC(2026, 0, 1) + number * 1000),
    organisationId: `o${number % 500}`,
    tags: [`t${number % 50}`, `t${number % 37}`],
    revision: 1,
    content: { title: { zh: text.slice(0, 40), en: null }, summary: { zh: text, en: text.slice(0, 100) } },
  };
}

export async function createBenchModel(connection: Connection) {
  const model = connection.model('bench', benchSchema);
  await model.init();
  return model;
}

export type BenchModel = Awaited<ReturnType<typeof createBenchModel>>;
