import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '../../..');

/** The variables of a process that works on a data folder and on nothing else of this machine. */
export function environmentOf(dataDirectory: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    DATA_DIR: dataDirectory,
    BASE_URL: 'http://market.test',
    DEMO: '0',
    LOG_LEVEL: 'error',
  };
}

/** Starts a program of the project as a process of its own. */
export function startProgram(file: string, parameters: string[], variables: Record<string, string>) {
  return spawn(process.execPath, [join(ROOT, file), ...parameters], {
    cwd: ROOT,
    env: variables,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What a process says besides its output, for when it goes wrong. */
export function complaintsOf(child: ChildProcess): () => string {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said = (said + chunk).slice(-4_000);
  });
  return () => said;
}

/** The marketplace as a process on a real port, which is the same again after every restart. */
export async function createSite(dataDirectory: string, besides: Record<string, string> = {}) {
  const port = await freePort();
  let child: ChildProcess | null = null;
  let up = Promise.withResolvers<void>();

  async function start(): Promise<void> {
    const variables = { ...environmentOf(dataDirectory), ...besides, PORT: String(port) };
    const started = startProgram('server/main.ts', [], variables);
    const complaints = complaintsOf(started);
    child = started;
    started.once('exit', (code, signal) => {
      if (child === started)
        up.reject(new Error(`The server was not ended by us but by ${code ?? signal}: ${complaints()}`));
    });
    createInterface({ input: started.stdout }).on('line', (line) => {
      if (line.includes(String(port))) up.resolve();
    });
    await up.promise;
  }

  return {
    address: `http://127.0.0.1:${port}`,
    start,
    /** Until a server answers; at once while one does. */
    whenUp: (): Promise<void> => up.promise,
    /** Without warning, as a power cut or the kernel would. */
    async kill(): Promise<void> {
      const killed = child;
      if (killed === null) return;
      child = null;
      up = Promise.withResolvers();
      killed.kill('SIGKILL');
      if (killed.exitCode === null && killed.signalCode === null) await once(killed, 'exit');
    },
  };
}

export type Site = Awaited<ReturnType<typeof createSite>>;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
