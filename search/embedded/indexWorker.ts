// The thread that owns the index file: SQLite is synchronous, and a search must not hold up the pages.
import { parentPort, workerData } from 'node:worker_threads';
import { isDamage, isFileThere, removeIndexFile } from './indexFile.ts';
import { type IndexSession, openIndexSession } from './indexSession.ts';
import type { Answer, Question } from './protocol.ts';

const path = String(workerData);
let session: IndexSession | undefined;

const SQLITE_ERROR = 1;
const SQLITE_CONSTRAINT = 19;
const SQLITE_MISMATCH = 20;

parentPort?.on('message', (question: Question<IndexSession>) => {
  const answer = answerTo(question);
  parentPort?.postMessage(answer);
  if (question.method === 'close') parentPort?.close();
});

function answerTo({ id, method, parameters }: Question<IndexSession>): Answer {
  try {
    return { id, result: callSession(method, parameters) };
  } catch (error) {
    if (isDamage(error)) beginAnew();
    const isUnavailable = error instanceof Error && 'errcode' in error && !isRefused(error.errcode);
    return { id, error: error instanceof Error ? error.message : String(error), isUnavailable };
  }
}

function callSession(method: keyof IndexSession, parameters: unknown[]): unknown {
  if (session && !isFileThere(path)) closeSession();
  session ??= openIndexSession(path);
  const call: (...parameters: never[]) => unknown = session[method];
  return call(...(parameters as never[]));
}

/** A row that the tables do not take is the fault of the change, not of the file. */
function isRefused(code: unknown): boolean {
  return [SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_MISMATCH].includes(Number(code) & 0xff);
}

/** A damaged file is of no more use; the next question finds an empty one, and state() says so. */
function beginAnew(): void {
  closeSession();
  removeIndexFile(path);
}

function closeSession(): void {
  try {
    session?.close();
  } finally {
    session = undefined;
  }
}
