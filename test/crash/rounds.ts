import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCrashRounds } from '../contract/store/crashRounds.ts';
import { randomFrom } from './server/randomFrom.ts';
import { runServerRounds } from './server/serverRounds.ts';

/**
 * Kills again and again and looks for what is lost: `npm run test:crash -- --rounds 30`. With
 * `--kind store` processes that write to the store, with `--kind server` the server at which people
 * work and the imports beside it, otherwise both.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    kind: { type: 'string' },
    writers: { type: 'string', default: '20' },
    rows: { type: 'string', default: '220' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const KINDS: Record<string, (directory: string) => Promise<Outcome>> = { store: ofStore, server: ofServer };
const rounds = Number(values.rounds);

interface Outcome {
  summary: string;
  problems: string[];
}

for (const [kind, run] of Object.entries(KINDS)) {
  if (values.kind !== undefined && values.kind !== kind) continue;
  const directory = mkdtempSync(join(tmpdir(), `dual-helix-crash-${kind}-`));
  const { summary, problems } = await run(directory);
  process.stderr.write('\n');
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    console.error(`What is left lies in ${directory}`);
    process.exitCode = 1;
  } else rmSync(directory, { recursive: true });
  console.log(`${kind}: ${summary}`);
}

async function ofStore(directory: string): Promise<Outcome> {
  const result = await runCrashRounds(directory, {
    rounds,
    writers: Number(values.writers),
    onRound: (soFar) => showProgress(soFar.rounds, soFar.acknowledged),
  });
  const { acknowledged, lost, wrong, problems } = result;
  return {
    summary: `${rounds} rounds, ${acknowledged} acknowledged, ${lost} lost, ${wrong} wrong`,
    problems,
  };
}

async function ofServer(directory: string): Promise<Outcome> {
  const result = await runServerRounds(directory, {
    rounds,
    rows: Number(values.rows),
    script: { files: Number.POSITIVE_INFINITY, kills: 3 },
    requests: [20, 120],
    random: randomFrom(Number(values.seed)),
    onRound: showProgress,
  });
  const { acknowledged, lost, twice, wrong, problems } = result;
  const counts = `${acknowledged} acknowledged, ${lost} lost, ${twice} twice, ${wrong} wrong`;
  return { summary: `${rounds} rounds, ${counts} (seed ${values.seed})`, problems };
}

function showProgress(round: number, acknowledged: number): void {
  process.stderr.write(`\r${round} rounds, ${acknowledged} acknowledged`);
}
