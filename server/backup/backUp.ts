import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkStore } from '../../models/embedded/checkStore.ts';
import { copyStore, readDocuments } from '../../models/embedded/readDocuments.ts';
import type { Clock } from '../clock.ts';
import { type BackupManifest, STORE, writeManifest } from './backupManifest.ts';
import { copyFile, digestOf } from './copyFile.ts';
import { checkEmpty, otherFiles, pathOfFile } from './dataFolder.ts';

interface BackupParts {
  dataDirectory: string;
  /** A folder that is missing or empty. */
  target: string;
  clock: Clock;
  /** Told in a sentence how far it is. */
  onProgress?: (message: string) => void;
}

/**
 * Copies store and files while the server runs. The store comes first: a document refers to a file only
 * once that is on disk, so every file the copy knows of is there. Everything is read again after writing.
 * @throws Error when something is missing or damaged; then there is no manifest and so no backup.
 */
export async function backUp({
  dataDirectory,
  target,
  clock,
  onProgress = () => {},
}: BackupParts): Promise<BackupManifest> {
  await checkEmpty(target);
  await mkdir(target, { recursive: true });
  const createdAt = clock.now().toISOString();
  onProgress('Copying the store.');
  const store = join(target, STORE);
  copyStore(join(dataDirectory, STORE), store);
  onProgress('Checking the copy.');
  const { documents, problems } = checkStore(store);
  if (problems.length > 0) throw new Error(`The copy of the store is not sound: ${problems.join(' ')}`);
  const files: Record<string, string> = {};
  await copyStoredFiles({ dataDirectory, target, store, files, onProgress });
  for (const path of await otherFiles(dataDirectory)) {
    files[path] = await copyFile(join(dataDirectory, path), join(target, path));
  }
  files[STORE] = await digestOf(store);
  const manifest: BackupManifest = { format: 1, createdAt, documents, files };
  await writeManifest(target, manifest);
  return manifest;
}

interface CopyParts {
  dataDirectory: string;
  target: string;
  /** The copied store, which says what files there are. */
  store: string;
  files: Record<string, string>;
  onProgress: (message: string) => void;
}

async function copyStoredFiles({
  dataDirectory,
  target,
  store,
  files,
  onProgress,
}: CopyParts): Promise<void> {
  let copied = 0;
  for (const { _id } of readDocuments(store, 'files')) {
    const path = pathOfFile(String(_id));
    const digest = await copyFile(join(dataDirectory, path), join(target, path));
    if (digest !== _id) throw new Error(`The file ${String(_id)} is damaged: its digest is ${digest}.`);
    files[path] = digest;
    copied++;
    if (copied % 200 === 0) onProgress(`${copied} files copied.`);
  }
  onProgress(`${copied} files copied.`);
}
