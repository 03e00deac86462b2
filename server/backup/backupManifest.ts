import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export const MANIFEST = 'backup.json';
export const STORE = 'store.sqlite';

const manifest = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  documents: z.number().int(),
  /** Every file of the backup by its path, with the SHA-256 of its bytes. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

export type BackupManifest = z.infer<typeof manifest>;

/** @throws Error when the folder holds no finished backup: the manifest is written last. */
export async function readManifest(directory: string): Promise<BackupManifest> {
  let text: string;
  try {
    text = await readFile(join(directory, MANIFEST), 'utf8');
  } catch {
    throw new Error(`${directory} holds no finished backup: there is no ${MANIFEST} in it.`);
  }
  return manifest.parse(JSON.parse(text));
}

export async function writeManifest(directory: string, content: BackupManifest): Promise<void> {
  await writeFile(join(directory, MANIFEST), `${JSON.stringify(content, null, 2)}\n`, {
    flag: 'wx',
    flush: true,
  });
}
