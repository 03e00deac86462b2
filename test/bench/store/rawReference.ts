import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { benchDocument, benchId } from './benchModel.ts';

/** The same work without this program: one table, five indexes, JSON texts, the same durability. */
export function rawReference(directory: string, documents: number, count: number) {
  const database = new DatabaseSync(join(directory, 'raw.sqlite'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000');
  database.exec(
    'CREATE TABLE docs (id TEXT PRIMARY KEY, slug TEXT UNIQUE, kind, publication, at INTEGER, organisation, tag, doc TEXT)',
  );
  database.exec(
    'CREATE INDEX a ON docs (kind, publication, at DESC); CREATE INDEX b ON docs (organisation, at DESC)',
  );
  database.exec('CREATE INDEX c ON docs (tag); CREATE INDEX d ON docs (publication, at DESC)');
  const insert = database.prepare('INSERT INTO docs VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const add = (number: number) => {
    const document = benchDocument(number);
    const { _id, slug, kind, publication, publishedAt, organisationId, tags } = document;
    insert.run(
      _id,
      slug,
      kind,
      publication,
      publishedAt.getTime(),
      organisationId,
      tags[0] ?? null,
      JSON.stringify(document),
    );
  };
  database.exec('BEGIN');
  for (let number = 0; number < documents; number++) add(number);
  database.exec('COMMIT');
  const createPerSecond = rate(count, (n) => add(documents + n));
  const createTogetherPerSecond = batched(database, count, (n) => add(documents + count + n));
  const get = database.prepare('SELECT doc FROM docs WHERE id = ?');
  const findPerSecond = rate(count, (n) => JSON.parse(String(get.get(benchId((n * 7919) % documents))?.doc)));
  const page = database.prepare(
    "SELECT doc FROM docs WHERE kind = ? AND publication = 'published' ORDER BY at DESC LIMIT 20",
  );
  const pagePerSecond = rate(Math.min(count, 2_000), (n) =>
    page.all(['achievement', 'patent', 'demand'][n % 3] ?? '').map(({ doc }) => JSON.parse(String(doc))),
  );
  database.close();
  return { createPerSecond, createTogetherPerSecond, findPerSecond, pagePerSecond };
}

function rate(count: number, work: (n: number) => unknown): number {
  const startedAt = performance.now();
  for (let n = 0; n < count; n++) work(n);
  return Math.round(count / ((performance.now() - startedAt) / 1000));
}

/** Fifty to a transaction, as fifty writes at once share one here. */
function batched(database: DatabaseSync, count: number, work: (n: number) => unknown): number {
  const batches = rate(Math.ceil(count / 50), (batch) => {
    database.exec('BEGIN');
    for (let n = 0; n < 50; n++) work(batch * 50 + n);
    database.exec('COMMIT');
  });
  return batches * 50;
}

/** How often a second the disk confirms a small write. */
export function fsyncPerSecond(directory: string): number {
  const file = openSync(join(directory, 'fsync'), 'w');
  const perSecond = rate(500, () => {
    writeSync(file, 'x'.repeat(4096));
    fsyncSync(file);
  });
  closeSync(file);
  return perSecond;
}
