import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import type { BenchServer } from './benchServer.ts';

const run = promisify(execFile);
const PROGRAM = createRequire(import.meta.url).resolve('autocannon/autocannon.js');
const PEOPLE = 8;

export interface Load {
  requestsPerCpuSecond: number;
  requestsPerSecond: number;
  msP50: number;
  msP99: number;
}

/** Somebody with a session gets every page made for them; others may get what was made for somebody before. */
export type Visitor = 'with a session' | 'without a session';

/**
 * Some people ask for a page as often as they get it, from a process of their own.
 * @throws Error when any answer is not the page.
 */
export async function measureLoad(
  server: BenchServer,
  path: string,
  seconds: number,
  visitor: Visitor = 'without a session',
): Promise<Load> {
  const before = await server.cpuSeconds();
  const flags = ['--json', '--connections', String(PEOPLE), '--duration', String(seconds)];
  if (visitor === 'with a session') flags.push('--headers', 'Cookie=dual-helix=unknown');
  const { stdout } = await run(process.execPath, [PROGRAM, ...flags, `${server.address}${path}`]);
  const cpuSeconds = (await server.cpuSeconds()) - before;
  const result = JSON.parse(stdout);
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${path} was not answered every time.`);
  return {
    requestsPerCpuSecond: Math.round(result.requests.total / cpuSeconds),
    requestsPerSecond: Math.round(result.requests.average),
    msP50: result.latency.p50,
    msP99: result.latency.p99,
  };
}
