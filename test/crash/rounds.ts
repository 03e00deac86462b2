import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCrashRounds } from '../contract/store/crashRounds.ts';

/** Kills a writing process again and again and looks for lost writes: `npm run test:crash -- --rounds 30`. */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '30' }, writers: { type: 'string', default: '20' } },
});
const directory = mkdtempSync(join(tmpdir(), 'dual-helix-crash-'));
const { rounds, acknowledged, lost, wrong, problems } = await runCrashRounds(directory, {
  rounds: Number(values.rounds),
  writers: Number(values.writers),
  onRound: (result) => process.stderr.write(`\r${result.rounds} rounds, ${result.acknowledged} acknowledged`),
});
process.stderr.write('\n');
for (const problem of problems) console.error(problem);
if (lost + wrong > 0) process.exitCode = 1;
else rmSync(directory, { recursive: true });
console.log(`${rounds} rounds, ${acknowledged} acknowledged writes: ${lost} lost, ${wrong} wrong`);
