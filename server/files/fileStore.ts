import type { Readable } from 'node:stream';

export interface StoredFile {
  /** The SHA-256 of the bytes, so that the same file is kept once. */
  fileId: string;
  size: number;
}

export interface OpenedFile {
  stream: Readable;
  size: number;
  mediaType: string;
}

/**
 * Where files are kept: on disk beside the embedded store, or in GridFS with MongoDB. What `put`
 * answers is safe on disk, so a document may refer to it. Who may read a file is decided by the
 * document that refers to it, never here.
 */
export interface FileStore {
  /** Keeps a file given by its path or as a stream. */
  put(source: string | Readable, mediaType: string): Promise<StoredFile>;
  /** @throws NotFound when there is no such file. */
  open(fileId: string): Promise<OpenedFile>;
  /**
   * Removes the bytes of files that have no record and were last written before an instant, also of
   * what was never received to its end. @returns how many
   */
  removeUnrecorded(before: Date): Promise<number>;
}

/** Whether a text can be the id of a file; nothing else ever becomes part of a path. */
export function isFileId(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
