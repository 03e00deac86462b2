import { createHash } from 'node:crypto';
import { STORE_IDENTITY } from '../migrations/migration0001StoreIdentity.ts';
import { digestCollection } from './collectionDigest.ts';
import {
  beginCheckpoint,
  endCheckpoint,
  findCheckpoint,
  forgetReached,
  noteReached,
} from './copyCheckpoint.ts';
import type { StoreSide } from './storeSide.ts';

interface CopyParts {
  /** A store that nobody writes to meanwhile, brought up to date. */
  from: StoreSide;
  /** An empty store, or one an earlier run of the same copy did not finish. */
  to: StoreSide;
  /** Told in a sentence how far it is, and waited for. */
  onProgress?: (message: string) => unknown;
  pageSize?: number;
}

export interface CopyResult {
  documents: number;
  files: number;
  /** The digest of each collection, which both stores have. */
  digests: Record<string, string>;
}

type Stored = Record<string, unknown> & { _id: string };

const FILES = 'file contents';

/**
 * Copies all files and documents, then reads both stores and compares counts and digests. What arrived
 * is noted in the target, so a copy that was broken off goes on where it stopped.
 * @throws Error when the target holds something else, or when the stores differ at the end.
 */
export async function copyBetweenStores({
  from,
  to,
  onProgress = () => {},
  pageSize = 200,
}: CopyParts): Promise<CopyResult> {
  const parts = { from, to, onProgress, pageSize };
  const reached = await beginOrGoOn(parts);
  const files = await copyFiles(parts, reached[FILES] ?? '');
  for (const name of await from.collections()) await copyCollection(parts, name, reached[name] ?? '');
  const result = await compare(parts);
  await endCheckpoint(to.connection);
  return { ...result, files };
}

type Parts = Required<CopyParts>;

async function beginOrGoOn({ from, to, onProgress }: Parts): Promise<Record<string, string>> {
  const setting = await from.connection
    .collection<{ _id: string; value: { id: string } }>('settings')
    .findOne({ _id: STORE_IDENTITY });
  if (setting === null)
    throw new Error('The store to copy is empty or not up to date. Run npm run migrate on it first.');
  const source = setting.value.id;
  const checkpoint = await findCheckpoint(to.connection);
  if (checkpoint !== null) {
    if (checkpoint.source !== source)
      throw new Error('The target holds an unfinished copy of another store. Name an empty one.');
    await onProgress('Going on with the copy that was begun.');
    return checkpoint.reached;
  }
  for (const name of await to.collections()) {
    if ((await to.connection.collection(name).findOne({})) !== null)
      throw new Error(`The target is not empty: there are documents in ${name}. Name an empty one.`);
  }
  await beginCheckpoint(to.connection, source);
  return {};
}

/** The documents of a collection in order of id, in pages. */
async function* pagesAfter(
  side: StoreSide,
  name: string,
  after: string,
  pageSize: number,
): AsyncGenerator<Stored[]> {
  for (let last = after; ; ) {
    const page = await side.connection
      .collection<Stored>(name)
      .find({ _id: { $gt: last } }, { sort: { _id: 1 }, limit: pageSize })
      .toArray();
    if (page.length > 0) yield page as Stored[];
    if (page.length < pageSize) return;
    last = page.at(-1)?._id ?? last;
  }
}

/** Files come first, so that no document ever refers to one that is not there. */
async function copyFiles({ from, to, onProgress, pageSize }: Parts, after: string): Promise<number> {
  let copied = 0;
  for await (const page of pagesAfter(from, 'files', after, pageSize)) {
    for (const { _id, mediaType } of page) {
      const { stream } = await from.files.open(_id);
      const { fileId } = await to.files.put(stream, String(mediaType));
      if (fileId !== _id)
        throw new Error(`The file ${_id} is damaged in the store it comes from: its digest is ${fileId}.`);
      copied++;
    }
    await noteReached(to.connection, FILES, page.at(-1)?._id ?? '');
    await onProgress(`${copied} files copied.`);
  }
  return to.connection.collection('files').countDocuments({});
}

async function copyCollection(
  { from, to, onProgress, pageSize }: Parts,
  name: string,
  after: string,
): Promise<void> {
  const target = to.connection.collection<Stored>(name);
  let last = after;
  let copied = 0;
  for await (const page of pagesAfter(from, name, after, pageSize)) {
    const ids = page.map(({ _id }) => _id);
    const end = ids.at(-1) ?? last;
    // What an earlier run brought and the source has no more.
    await target.deleteMany({ _id: { $gt: last, $lte: end, $nin: ids } });
    await target.bulkWrite(
      page.map((document) => ({
        replaceOne: { filter: { _id: document._id }, replacement: document, upsert: true },
      })),
    );
    await noteReached(to.connection, name, end);
    last = end;
    copied += page.length;
    await onProgress(`${name}: ${copied} documents copied.`);
  }
  await target.deleteMany({ _id: { $gt: last } });
}

async function compare({ from, to, onProgress }: Parts): Promise<Omit<CopyResult, 'files'>> {
  const digests: Record<string, string> = {};
  const different: string[] = [];
  let documents = 0;
  for (const name of await from.collections()) {
    await onProgress(`Comparing ${name}.`);
    const [source, copy] = [
      await digestCollection(from.connection, name),
      await digestCollection(to.connection, name),
    ];
    documents += source.documents;
    digests[name] = source.digest;
    if (source.digest !== copy.digest || source.documents !== copy.documents) different.push(name);
  }
  const damaged = await damagedFiles(to);
  if (damaged > 0) different.push(FILES);
  if (different.length === 0) return { documents, digests };
  await forgetReached(to.connection, different);
  throw new Error(
    `The copy differs from the store in ${different.join(', ')}, which somebody changed meanwhile, or which arrived damaged. Stop every server that works on either store and run the copy again; only this is copied anew.`,
  );
}

/** Reads every file of the copy again. */
async function damagedFiles(side: StoreSide): Promise<number> {
  let damaged = 0;
  for await (const page of pagesAfter(side, 'files', '', 200)) {
    for (const { _id } of page) {
      const hash = createHash('sha256');
      const { stream } = await side.files.open(_id);
      for await (const chunk of stream) hash.update(chunk);
      if (hash.digest('hex') !== _id) damaged++;
    }
  }
  return damaged;
}
