import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { checkStore } from '../../models/embedded/checkStore.ts';
import { type BackupManifest, readManifest, STORE } from './backupManifest.ts';
import { copyFile } from './copyFile.ts';
import { checkEmpty } from './dataFolder.ts';

interface RestoreParts {
  /** The folder a backup was written to. */
  source: string;
  /** A folder that is missing or empty. */
  dataDirectory: string;
  onProgress?: (message: string) => void;
}

/**
 * Puts a backup into a new data folder. The store gets its name last, so that an interrupted restore
 * leaves no folder that looks complete.
 * @throws Error when the backup is unfinished, incomplete or damaged.
 */
export async function restore({
  source,
  dataDirectory,
  onProgress = () => {},
}: RestoreParts): Promise<BackupManifest> {
  const manifest = await readManifest(source);
  await checkEmpty(dataDirectory);
  await mkdir(dataDirectory, { recursive: true });
  const paths = Object.entries(manifest.files);
  let restored = 0;
  for (const [path, digest] of paths) {
    if (path.split(/[\\/]/).includes('..'))
      throw new Error(`The backup names a file outside its folder: ${path}`);
    const target = join(dataDirectory, path === STORE ? `${STORE}.restoring` : path);
    const found = await copyFile(join(source, path), target);
    if (found !== digest) throw new Error(`${path} of the backup is damaged: its digest is ${found}.`);
    restored++;
    if (restored % 200 === 0) onProgress(`${restored} of ${paths.length} files restored.`);
  }
  onProgress('Checking the store.');
  await rename(join(dataDirectory, `${STORE}.restoring`), join(dataDirectory, STORE));
  const { problems } = checkStore(join(dataDirectory, STORE));
  if (problems.length > 0) throw new Error(`The restored store is not sound: ${problems.join(' ')}`);
  return manifest;
}
