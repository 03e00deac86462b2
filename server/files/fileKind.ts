import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileTypeFromFile } from 'file-type';

export interface FileKind {
  mediaType: string;
  /** Names a file of this kind may end with; the first is the usual one. */
  extensions: readonly string[];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Kinds of file people may add. Archives and anything a browser would run are not among them. */
const BINARY_KINDS: readonly FileKind[] = [
  { mediaType: 'application/pdf', extensions: ['.pdf'] },
  { mediaType: 'image/png', extensions: ['.png'] },
  { mediaType: 'image/jpeg', extensions: ['.jpg', '.jpeg'] },
  { mediaType: 'image/webp', extensions: ['.webp'] },
  { mediaType: `${OFFICE}.wordprocessingml.document`, extensions: ['.docx'] },
  { mediaType: `${OFFICE}.spreadsheetml.sheet`, extensions: ['.xlsx'] },
  { mediaType: `${OFFICE}.presentationml.presentation`, extensions: ['.pptx'] },
];

const TEXT_KINDS: readonly FileKind[] = [
  { mediaType: 'text/plain', extensions: ['.txt'] },
  { mediaType: 'text/csv', extensions: ['.csv'] },
  { mediaType: 'application/jsonl', extensions: ['.jsonl', '.ndjson'] },
];

const SAMPLE_BYTES = 65_536;

/** A picture or a PDF: what evidence and pictures of listings may be. */
export const PICTURES_AND_PDF = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'] as const;

/** What `accept` of a file field says, for the kinds with these media types or for all of them. */
export function acceptedExtensions(mediaTypes: readonly string[] | null = null): string {
  return [...BINARY_KINDS, ...TEXT_KINDS]
    .filter((kind) => mediaTypes === null || mediaTypes.includes(kind.mediaType))
    .flatMap((kind) => kind.extensions)
    .join(',');
}

/**
 * What a file is by its bytes; null when it is none of the allowed kinds or its name says something
 * else. What the sender claimed as media type is never asked.
 */
export async function detectFileKind(path: string, name: string): Promise<FileKind | null> {
  const extension = extname(name).toLowerCase();
  const found = await fileTypeFromFile(path);
  const kind =
    found === undefined
      ? TEXT_KINDS.find((candidate) => candidate.extensions.includes(extension))
      : BINARY_KINDS.find((candidate) => candidate.mediaType === found.mime);
  if (kind === undefined || !kind.extensions.includes(extension)) return null;
  return found === undefined && !(await isText(path)) ? null : kind;
}

/** Whether the beginning of a file reads as text: no control bytes, and valid UTF-8 or GB 18030. */
async function isText(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    const sample = buffer.subarray(0, bytesRead);
    if (sample.length === 0 || sample.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return false;
    return isReadable(sample, 'utf-8') || isReadable(sample, 'gb18030');
  } finally {
    await file.close();
  }
}

/** `stream` forgives a character that the end of the sample cuts in two. */
function isReadable(sample: Buffer, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}
