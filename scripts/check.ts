import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const MODULES = join(import.meta.dirname, '../node_modules');

const STEPS = [
  { name: 'types', program: ['typescript', 'bin', 'tsc'], parameters: ['--noEmit', '--pretty'] },
  {
    name: 'lint and format',
    program: ['@biomejs', 'biome', 'bin', 'biome'],
    parameters: ['check', '--diagnostic-level=error', '.'],
  },
];

/** Runs every check, also after one has failed, and says of each how it went. */
const failed = STEPS.filter(({ name, program, parameters }) => {
  const startedAt = performance.now();
  const { status } = spawnSync(process.execPath, [join(MODULES, ...program), ...parameters], {
    stdio: 'inherit',
  });
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  console.log(`${status === 0 ? 'passed' : 'FAILED'}: ${name} (${seconds} s)`);
  return status !== 0;
});

process.exitCode = failed.length === 0 ? 0 : 1;
