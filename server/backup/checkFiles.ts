import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readDocuments } from '../../models/embedded/readDocuments.ts';
import { STORE } from './backupManifest.ts';
import { digestOf } from './copyFile.ts';
import { pathOfFile, storedFileIds } from './dataFolder.ts';

export interface FileCheck {
  files: number;
  /** Files on disk that no record names; they do no harm. */
  orphans: string[];
  problems: string[];
}

/** Compares the records of stored files with what lies on disk: size, and with `isThorough` every byte. */
export async function checkFiles(dataDirectory: string, { isThorough = false } = {}): Promise<FileCheck> {
  // What lies there first: a file that comes in between has no record yet, or one that is found later.
  const present = new Set(await storedFileIds(dataDirectory));
  const check: FileCheck = { files: 0, orphans: [], problems: [] };
  for (const { _id, size } of readDocuments(join(dataDirectory, STORE), 'files')) {
    const fileId = String(_id);
    check.files++;
    present.delete(fileId);
    const problem = await problemOf(join(dataDirectory, pathOfFile(fileId)), {
      fileId,
      size: Number(size),
      isThorough,
    });
    if (problem) check.problems.push(problem);
  }
  check.orphans = [...present];
  return check;
}

interface Expected {
  fileId: string;
  size: number;
  isThorough: boolean;
}

async function problemOf(path: string, { fileId, size, isThorough }: Expected): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (!found) return `The file ${fileId} is missing.`;
  if (found.size !== size) return `The file ${fileId} has ${found.size} bytes instead of ${size}.`;
  if (isThorough && (await digestOf(path)) !== fileId) return `The file ${fileId} is damaged.`;
  return null;
}
