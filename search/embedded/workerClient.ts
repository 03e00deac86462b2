import { Worker } from 'node:worker_threads';
import { SearchUnavailable } from '../searchIndex.ts';
import type { Answer, Question } from './protocol.ts';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
  deadline: NodeJS.Timeout;
}

/** Functions a worker answers to by name; `close` ends it. */
type Callable<Session> = { [Name in keyof Session]: (...parameters: never[]) => unknown } & {
  close(): unknown;
};

/** Asks a worker thread, starting it when first needed and again after it died. `program` is beside this file. */
export function createWorkerClient<Session extends Callable<Session>>(program: string, data: string) {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;

  function start(): Worker {
    const started = new Worker(new URL(program, import.meta.url), { workerData: data });
    started.on('message', settle);
    started.on('error', (error) => failAll(String(error)));
    started.on('exit', () => {
      if (worker === started) worker = null;
      failAll('the index worker ended');
    });
    started.unref();
    return started;
  }

  function settle(answer: Answer): void {
    const call = take(answer.id);
    if ('error' in answer)
      call?.reject(answer.isUnavailable ? new SearchUnavailable(answer.error) : new Error(answer.error));
    else call?.resolve(answer.result);
  }

  function take(id: number): Waiting | undefined {
    const call = waiting.get(id);
    clearTimeout(call?.deadline);
    waiting.delete(id);
    // Only questions under way keep the program running.
    if (call !== undefined && waiting.size === 0) worker?.unref();
    return call;
  }

  function failAll(reason: string): void {
    for (const id of [...waiting.keys()]) take(id)?.reject(new SearchUnavailable(reason));
  }

  return {
    /** Rejects with SearchUnavailable when there is no answer in time; the worker goes on. */
    ask<Name extends keyof Session>(
      method: Name,
      parameters: Parameters<Session[Name]>,
      deadlineMs: number,
    ): Promise<ReturnType<Session[Name]>> {
      worker ??= start();
      const current = worker;
      lastId += 1;
      const question: Question<Session> = { id: lastId, method, parameters };
      return new Promise<ReturnType<Session[Name]>>((resolve, reject) => {
        const deadline = setTimeout(() => {
          take(question.id)?.reject(
            new SearchUnavailable(`no answer to ${String(method)} in ${deadlineMs} ms`),
          );
        }, deadlineMs);
        waiting.set(question.id, {
          resolve: (result) => resolve(result as ReturnType<Session[Name]>),
          reject,
          deadline,
        });
        current.ref();
        current.postMessage(question);
      });
    },
    async close(): Promise<void> {
      const current = worker;
      if (!current) return;
      const ended = new Promise<void>((resolve) => current.once('exit', () => resolve()));
      current.postMessage({ id: 0, method: 'close', parameters: [] } satisfies Question<Session>);
      current.ref();
      await ended;
    },
  };
}
