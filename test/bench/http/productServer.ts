// The whole marketplace with its demo, as `npm start` has it, but for limits on how often somebody may ask.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { loadDemo } from '../../../server/demo/loadDemo.ts';
import { createLog } from '../../../server/log.ts';
import { openServices } from '../../../server/openServices.ts';
import { LIMITS, type Limit, type LimitName } from '../../../server/web/limits.ts';
import { serveBench } from './serveBench.ts';

/** The demo is told from this instant on, so that it is the same each time. */
const BEGIN = Date.parse('2026-06-01T02:00:00Z') - Date.now();
const UNLIMITED = Object.fromEntries(
  Object.keys(LIMITS).map((name) => [name, { points: 1e9, seconds: 60 }]),
) as Record<LimitName, Limit>;

const directory = mkdtempSync(join(tmpdir(), 'dual-helix-bench-'));
const config = { ...readConfig({ DATA_DIR: directory, BASE_URL: 'http://127.0.0.1:3000' }), demo: true };
const clock = { now: () => new Date(BEGIN + Date.now()) };
const { services, models, close } = await openServices({ config, clock, log: createLog(config) });
await loadDemo({ services, models, clock });
await services.background.drain();
services.background.start();
services.jobs.start();
const app = await createApp({ ...services, config }, config, { limits: UNLIMITED });

const { rematching } = services.matching.weighing;
let isRematching = false;

/** Matches all listings anew, again and again, as after weights were put live, until it is told to stop. */
async function keepRematching(): Promise<void> {
  isRematching = true;
  while (isRematching) {
    await models.settings.updateOne({ _id: 'rematching' }, { $set: { 'value.target': 'others' } });
    await rematching.work();
  }
}

process.on('message', async ({ rematch }: { rematch?: boolean }) => {
  if (rematch === undefined) return;
  if (rematch) keepRematching();
  else isRematching = false;
  const { done = 0, total = 0 } = (await rematching.progress()) ?? {};
  process.send?.({ done, total });
});
serveBench(app, async () => {
  await services.jobs.stop();
  await close();
  rmSync(directory, { recursive: true, force: true });
});
