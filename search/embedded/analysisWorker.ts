// The thread that analyses documents while an index is built, so that the one that owns the file only writes.
import { parentPort } from 'node:worker_threads';
import type { SearchDocument } from '../searchIndex.ts';
import { indexRow } from './indexRow.ts';
import type { Answer, Question } from './protocol.ts';

const analysis = {
  analyse: (documents: SearchDocument[]) => documents.map(indexRow),
  close: () => undefined,
};

export type AnalysisSession = typeof analysis;

parentPort?.on('message', ({ id, method, parameters }: Question<AnalysisSession>) => {
  parentPort?.postMessage(answerTo(id, method, parameters));
  if (method === 'close') parentPort?.close();
});

function answerTo(id: number, method: keyof AnalysisSession, parameters: unknown[]): Answer {
  try {
    const call: (...parameters: never[]) => unknown = analysis[method];
    return { id, result: call(...(parameters as never[])) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error), isUnavailable: false };
  }
}
