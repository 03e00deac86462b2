import { createReadStream } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileRecordStore } from './fileRecordStore.ts';
import type { FileStore } from './fileStore.ts';
import { spoolFile } from './spoolFile.ts';

interface DiskParts {
  /** The folder of all files; each lies below the first two digits of its digest. */
  directory: string;
  records: FileRecordStore;
}

/** Files on the local disk under the digest of their bytes. */
export function createDiskFileStore({ directory, records }: DiskParts): FileStore {
  const folderOf = (fileId: string) => join(directory, fileId.slice(0, 2));

  return {
    async put(source, mediaType) {
      const { path, fileId, size } = await spoolFile(source, directory);
      const folder = folderOf(fileId);
      await mkdir(folder, { recursive: true });
      await rename(path, join(folder, fileId));
      await syncFolder(folder);
      await syncFolder(directory);
      await records.note({ fileId, size }, mediaType);
      return { fileId, size };
    },
    async open(fileId) {
      const { size, mediaType } = await records.get(fileId);
      return { stream: createReadStream(join(folderOf(fileId), fileId)), size, mediaType };
    },
  };
}

/** A new name in a folder is only safe from a power cut once the folder itself is on disk. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
