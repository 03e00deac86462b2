import { DEMO_PASSWORD } from '../server/accounts/demoPassword.ts';
import { systemClock } from '../server/clock.ts';
import { loadDemo } from '../server/demo/loadDemo.ts';
import { openForScript } from './openForScript.ts';

/** Loads the demo into a new data folder or database; refuses any other. */
const { services, models, close } = await openForScript();
try {
  const loaded = await loadDemo({
    services,
    models,
    clock: systemClock,
    onProgress: (step, done, total) => process.stderr.write(`\r${step}: ${done} of ${total}      `),
  });
  const { accounts, organisations, listings, patents, events } = loaded;
  process.stderr.write('\n');
  console.log(
    `${organisations} organisations, ${accounts} accounts, ${listings} listings, ${patents} patents, ${events} events.`,
  );
  console.log(`Every demo account signs in with "${DEMO_PASSWORD}".`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await close();
}
