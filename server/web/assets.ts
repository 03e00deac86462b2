import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { RequestHandler } from 'express';

const DIGITS_OF_HASH = 12;
const YEAR_SECONDS = 31_536_000;

const MEDIA_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};

/**
 * The files a browser loads: those of `views/assets`, and `site.css`, joined from `views/styles`. Each has
 * an address with a hash of its content, so that browsers may keep it for good.
 */
export function createAssets(viewsDirectory: string) {
  const contents = readContents(viewsDirectory);
  const addresses = new Map<string, string>();
  const byAddress = new Map<string, { content: string; mediaType: string }>();
  for (const [name, content] of contents) {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, DIGITS_OF_HASH);
    const mediaType = MEDIA_TYPES[extname(name)];
    if (mediaType === undefined) throw new Error(`An asset cannot be of the kind of ${name}`);
    addresses.set(name, `/assets/${hash}/${name}`);
    byAddress.set(`/assets/${hash}/${name}`, { content, mediaType });
  }

  /** Answers for the address of a file as it is now; one of an older version is not found. */
  const serve: RequestHandler = (request, response, next) => {
    const asset = byAddress.get(request.path);
    if (asset === undefined || !['GET', 'HEAD'].includes(request.method)) return next();
    response.set('Cache-Control', `public, max-age=${YEAR_SECONDS}, immutable`);
    response.type(asset.mediaType).send(asset.content);
  };

  return {
    serve,
    /** @throws Error when there is no such file. */
    address(name: string): string {
      const address = addresses.get(name);
      if (address === undefined) throw new Error(`There is no asset ${name}`);
      return address;
    },
  };
}

export type Assets = ReturnType<typeof createAssets>;

function readContents(viewsDirectory: string): Map<string, string> {
  const read = (folder: string, pattern: string) =>
    globSync(pattern, { cwd: join(viewsDirectory, folder) })
      .map((file) => file.replaceAll('\\', '/'))
      .sort()
      .map((name) => [name, readFileSync(join(viewsDirectory, folder, name), 'utf8')] as const);
  const sheet = read('styles', '*.css').map(([, content]) => content);
  return new Map([...read('assets', '**/*.*'), ['site.css', sheet.join('\n')]]);
}
