import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Request } from 'express';
import type { StorageEngine } from 'multer';
import { newId } from '../newId.ts';

/** What the storage tells of a file besides what multer knows. */
export interface StoredPart {
  path: string;
  size: number;
  /** More than allowed: it was read to the end, so that the rest of the form is not lost, but not kept. */
  isTooLarge: boolean;
}

/** Writes files of a form into a folder under names of our own; what the sender calls them never becomes a path. */
export function createUploadStorage(directory: string, mostBytes: number): StorageEngine {
  return {
    _handleFile(_request: Request, file, done) {
      const path = join(directory, `upload-${newId()}`);
      const sink = createWriteStream(path, { flags: 'wx' });
      let size = 0;
      file.stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= mostBytes && !sink.write(chunk)) {
          file.stream.pause();
          sink.once('drain', () => file.stream.resume());
        }
      });
      const fail = (error: Error) => {
        sink.destroy();
        void rm(path, { force: true }).then(() => done(error));
      };
      file.stream.once('error', fail);
      sink.once('error', fail);
      file.stream.once('end', () =>
        sink.end(() => done(null, { path, size, isTooLarge: size > mostBytes } as object)),
      );
    },
    _removeFile(_request, file, done) {
      rm(file.path, { force: true }).then(() => done(null), done);
    },
  };
}
