// Measures what pages cost: npm run bench:http -- [--seconds 4] [--rounds 3]
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { load } from 'cheerio';
import { type BenchServer, startBenchServer } from './benchServer.ts';
import { type Load, measureLoad } from './measureLoad.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
  },
});
const seconds = Number(values.seconds);
const AIM = 0.3;

/** `product` for people without a session, `anew` for those with one, whose pages are never shown again. */
interface Round {
  product: Load;
  anew: Load;
  bare: Load;
}

const QUERY = encodeURIComponent('材料 工艺');

const fileOf = (name: string) => join(import.meta.dirname, `${name}.ts`);
const product = await startBenchServer(fileOf('productServer'));
const bare = await startBenchServer(fileOf('bareServer'));
const list = await textOf(product, '/achievements');
const pages = { list: '/achievements', search: `/search?q=${QUERY}`, listing: firstListing(list) };
const results: Record<string, object> = {};
for (const [name, path] of Object.entries(pages)) results[name] = await comparePage(name, path);
const machine = `${cpus()[0]?.model} x ${cpus().length}, Node ${process.version}`;
console.log(
  JSON.stringify({ machine, secondsEach: seconds * Number(values.rounds), aim: AIM, pages: results }),
);
await Promise.all([product.stop(), bare.stop()]);

async function textOf(server: BenchServer, path: string): Promise<string> {
  const answer = await fetch(`${server.address}${path}`);
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  return answer.text();
}

function firstListing(html: string): string {
  const path = load(html)('.card-title a').attr('href');
  if (path === undefined) throw new Error('There is no listing in the list.');
  return path;
}

/** The page of both servers in turn, several times, so that what else the machine does meets both. */
async function comparePage(name: string, path: string) {
  const html = await textOf(product, path);
  const { places } = await bare.tell({ pages: { [`/${name}`]: html } });
  const bareBytes = Buffer.byteLength(await textOf(bare, `/${name}`));
  const bytes = Buffer.byteLength(html);
  if (Math.abs(bareBytes / bytes - 1) > 0.1) throw new Error(`The two pages of ${path} differ in size.`);
  const warmingUp = await measureRound(name, path);
  const rounds: Round[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) rounds.push(await measureRound(name, path));
  const cards = load(html)('ul.cards > li').length;
  return {
    path,
    cards,
    places,
    bytes,
    bareBytes,
    ratio: middle(
      rounds.map(({ product, bare }) => product.requestsPerCpuSecond / bare.requestsPerCpuSecond),
    ),
    ratioMadeAnew: middle(
      rounds.map(({ anew, bare }) => anew.requestsPerCpuSecond / bare.requestsPerCpuSecond),
    ),
    warmingUp,
    rounds,
  };
}

async function measureRound(name: string, path: string): Promise<Round> {
  return {
    product: await measureLoad(product, path, seconds),
    anew: await measureLoad(product, path, seconds, 'with a session'),
    bare: await measureLoad(bare, `/${name}`, seconds),
  };
}

function middle(ratios: number[]): number {
  const sorted = ratios.toSorted((one, other) => one - other);
  return Math.round(1000 * (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 1000;
}
