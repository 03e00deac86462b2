// Measures whether matching everything anew slows a listing page: npm run bench:rematching -- [--seconds 20] [--rounds 3]
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { load } from 'cheerio';
import { percentiles } from '../search/percentiles.ts';
import { startBenchServer } from './benchServer.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '20' }, rounds: { type: 'string', default: '3' } },
});
/** As many people as a provincial office has at a busy hour. */
const REQUESTS_PER_SECOND = 20;
const AIM = 1.5;

const server = await startBenchServer(join(import.meta.dirname, 'productServer.ts'));
const list = await (await fetch(`${server.address}/achievements`)).text();
const page = `${server.address}${load(list)('.card-title a').attr('href')}`;
await timesOf(3);
const idle: number[] = [];
const busy: number[] = [];
let matched: object = {};
for (let round = 0; round < Number(values.rounds); round += 1) {
  idle.push(...(await timesOf(Number(values.seconds))));
  await server.tell({ rematch: true });
  busy.push(...(await timesOf(Number(values.seconds))));
  matched = await server.tell({ rematch: false });
}
const [quiet, rematching] = [percentiles(idle), percentiles(busy)];
const p95Ratio = Math.round((100 * rematching.p95) / quiet.p95) / 100;
const machine = `${cpus()[0]?.model} x ${cpus().length}, Node ${process.version}`;
console.log(JSON.stringify({ machine, page, aim: AIM, p95Ratio, quiet, rematching, lastRun: matched }));
await server.stop();

/** How long the page took in ms, asked for at even intervals whether or not the one before was answered. */
async function timesOf(seconds: number): Promise<number[]> {
  const answers: Promise<number>[] = [];
  for (let sent = 0; sent < seconds * REQUESTS_PER_SECOND; sent += 1) {
    answers.push(timeOf());
    await pause(1000 / REQUESTS_PER_SECOND);
  }
  return Promise.all(answers);
}

/** With a session, so that the page is made anew. */
async function timeOf(): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(page, { headers: { Cookie: 'dual-helix=unknown' } });
  await answer.text();
  if (!answer.ok) throw new Error(`${page} answers ${answer.status}`);
  return performance.now() - begun;
}
