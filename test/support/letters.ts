import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The letters in the mail folder of a data directory to an address, as they can be read. */
export async function lettersTo(directory: string, address: string): Promise<string[]> {
  const folder = join(directory, 'mail');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.txt'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.filter((text) => text.startsWith(`To: ${address}\n`));
}

/** The secret in the link of a letter. */
export function secretIn(letter: string, page: string): string {
  const secret = new RegExp(`/${page}/([\\w-]{20,})`).exec(letter)?.[1];
  if (secret === undefined) throw new Error(`The letter has no link to /${page}: ${letter}`);
  return secret;
}
