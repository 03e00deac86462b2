import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** What a backup leaves out: the store is copied in a way of its own, the rest is made again. */
const LEFT_OUT = /^(store\.sqlite|index\.sqlite|server\.lock|temporary$|files$)/;

/** Where a stored file lies below the data folder, by the digest that is its id. */
export function pathOfFile(fileId: string): string {
  return join('files', fileId.slice(0, 2), fileId);
}

/** @throws Error unless the folder is missing or empty; a backup or a restore never writes over anything. */
export async function checkEmpty(directory: string): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  if (names.length > 0) throw new Error(`${directory} is not empty; name a new folder.`);
}

/** Everything else a backup takes along, such as letters not sent yet, as paths below the data folder. */
export async function otherFiles(dataDirectory: string): Promise<string[]> {
  const entries = await readdir(dataDirectory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dataDirectory, join(entry.parentPath, entry.name)))
    .filter((path) => !LEFT_OUT.test(path.split(/[\\/]/)[0] ?? ''))
    .sort();
}

/** The ids of the files that lie in the data folder; what is still being received has another form of name. */
export async function storedFileIds(dataDirectory: string): Promise<string[]> {
  const entries = await readdir(join(dataDirectory, 'files'), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  return entries
    .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
    .map((entry) => entry.name);
}
