import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const DIGITS_OF_HASH = 12;

/** The files a browser loads, each with an address that holds a hash of its content and never changes meaning. */
export function createAssets(directory: string) {
  const addresses = new Map<string, string>();
  const files = new Map<string, string>();
  for (const name of globSync('**/*', { cwd: directory })) {
    const file = join(directory, name);
    if (!statSync(file).isFile()) continue;
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, DIGITS_OF_HASH);
    const address = `/assets/${hash}/${name.replaceAll('\\', '/')}`;
    addresses.set(name.replaceAll('\\', '/'), address);
    files.set(address, file);
  }
  return {
    /** @throws Error when there is no such file. */
    address(name: string): string {
      const address = addresses.get(name);
      if (address === undefined) throw new Error(`There is no asset ${name}`);
      return address;
    },
    findFile: (address: string): string | null => files.get(address) ?? null,
  };
}

export type Assets = ReturnType<typeof createAssets>;
