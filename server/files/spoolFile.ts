import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { newId } from '../newId.ts';

export interface SpooledFile {
  path: string;
  fileId: string;
  size: number;
}

/**
 * Writes a source to a temporary file of the folder, forced to disk, and takes its digest on the
 * way. A source that breaks off leaves nothing behind.
 */
export async function spoolFile(source: string | Readable, directory: string): Promise<SpooledFile> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, `incoming-${newId()}`);
  const stream = typeof source === 'string' ? createReadStream(source) : source;
  const hash = createHash('sha256');
  const file = await open(path, 'wx');
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      hash.update(chunk);
      size += chunk.length;
      await file.writeFile(chunk);
    }
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return { path, fileId: hash.digest('hex'), size };
}
