import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import mongoose from 'mongoose';

export interface CollectionDigest {
  documents: number;
  /** The sum of the digests of all documents, so that their order does not matter. */
  digest: string;
}

const { EJSON } = mongoose.mongo.BSON;
const MODULUS = 1n << 256n;

/** Reads a whole collection and takes the digest of what is in it, which is the same on every store. */
export async function digestCollection(connection: Connection, name: string): Promise<CollectionDigest> {
  let sum = 0n;
  let documents = 0;
  for await (const document of connection.collection(name).find({})) {
    sum = (sum + BigInt(`0x${digestOfDocument(document)}`)) % MODULUS;
    documents++;
  }
  return { documents, digest: sum.toString(16).padStart(64, '0') };
}

/** The SHA-256 of a document, whatever the order of its fields. */
export function digestOfDocument(document: object): string {
  return createHash('sha256')
    .update(EJSON.stringify(inOrder(document), { relaxed: false }))
    .digest('hex');
}

/** The same value with the fields of plain objects by name; dates, ids and bytes stay as they are. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object' || '_bsontype' in value || value instanceof Date)
    return value;
  if (ArrayBuffer.isView(value)) return value;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return new Map(fields.map(([name, field]) => [name, inOrder(field)]));
}
