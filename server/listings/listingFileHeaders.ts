import type { ListingFile } from '../catalogue/inputs/files.ts';

/** Pictures a browser may show where it stands; everything else is saved. */
const SHOWN_TYPES = ['image/png', 'image/jpeg', 'image/webp'];
const SAFE_TYPES = [...SHOWN_TYPES, 'application/pdf', 'text/plain', 'text/csv'];
const HOUR_SECONDS = 3_600;

/**
 * The headers a file of a listing goes out with: its type is never guessed, nothing in it can run, and only pictures
 * open in the page. What not everybody may have is kept by no cache.
 */
export function fileHeaders(
  { name, mediaType, visibility, fileId }: ListingFile,
  size: number,
): Record<string, string> {
  const isShown = SHOWN_TYPES.includes(mediaType);
  const isOffice = mediaType.startsWith('application/vnd.openxmlformats-officedocument.');
  return {
    'Content-Type': SAFE_TYPES.includes(mediaType) || isOffice ? mediaType : 'application/octet-stream',
    'Content-Length': String(size),
    'Content-Disposition': `${isShown ? 'inline' : 'attachment'}; ${fileNameParameters(name)}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    ...(visibility === 'public'
      ? { 'Cache-Control': `private, max-age=${HOUR_SECONDS}`, ETag: `"${fileId.slice(0, 32)}"` }
      : { 'Cache-Control': 'private, no-store' }),
  };
}

/** The name twice: without anything unusual for old programs, and exactly (RFC 6266, RFC 8187). */
function fileNameParameters(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%;]/g, '_');
  const exact = encodeURIComponent(name.toWellFormed()).replaceAll(/['()*]/g, hexadecimal);
  return `filename="${plain}"; filename*=UTF-8''${exact}`;
}

function hexadecimal(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
