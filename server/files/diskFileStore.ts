import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
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
    async removeUnrecorded(before) {
      let removed = 0;
      for (const folder of await foldersOf(directory)) {
        const names = await readdir(folder);
        const known = await records.known(names);
        for (const name of names.filter((candidate) => !known.has(candidate)))
          removed += (await removeIfOlder(join(folder, name), before)) ? 1 : 0;
      }
      return removed;
    },
  };
}

/** The folder itself, where files rest while they are received, and those by the first digits of the digest. */
async function foldersOf(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => null);
  if (entries === null) return [];
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(directory, name));
  return [directory, ...folders];
}

/** A file that is received again is written anew, so the time of its last writing tells whether somebody waits for it. */
async function removeIfOlder(path: string, before: Date): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || found.mtime >= before) return false;
  await rm(path, { force: true });
  return true;
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
