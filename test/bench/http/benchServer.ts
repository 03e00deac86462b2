import { fork } from 'node:child_process';
import { once } from 'node:events';

type Message = Record<string, unknown>;

/** A server in a process of its own, which tells what it computes. */
export async function startBenchServer(file: string) {
  const child = fork(file, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  async function answer(): Promise<Message> {
    const settled = new AbortController();
    const { signal } = settled;
    const ended = once(child, 'exit', { signal }).then(([code]) => {
      throw new Error(`${file} ended with ${code}.`);
    });
    try {
      const [message] = await Promise.race([once(child, 'message', { signal }), ended]);
      return message as Message;
    } finally {
      settled.abort();
      ended.catch(() => {});
    }
  }
  async function tell(message: Message): Promise<Message> {
    const told = answer();
    child.send(message);
    return told;
  }
  const { port } = await answer();
  return {
    address: `http://127.0.0.1:${port}`,
    tell,
    /** What all its threads computed since it started. */
    cpuSeconds: async (): Promise<number> => Number((await tell({ ask: 'cpu' })).cpu) / 1e6,
    async stop(): Promise<void> {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

export type BenchServer = Awaited<ReturnType<typeof startBenchServer>>;
