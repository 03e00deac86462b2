import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCrashRounds } from './crashRounds.ts';

describe('an embedded store whose process is killed', () => {
  it('has every acknowledged write and nothing by half', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'dual-helix-crash-'));
    const { acknowledged, lost, wrong, problems } = await runCrashRounds(directory, { rounds: 3 });
    rmSync(directory, { recursive: true });
    assert.deepEqual({ lost, wrong, problems }, { lost: 0, wrong: 0, problems: [] });
    assert.ok(acknowledged > 100);
  }).timeout(60_000);
});
