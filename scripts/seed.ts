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
    onProgress: showProgress,
  });
  const { accounts, organisations, listings, patents, events } = loaded;
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

/** One line that is written over; where nobody watches, only what is done. */
function showProgress(step: string, done: number, total: number): void {
  const isLast = done === total;
  if (process.stderr.isTTY || isLast)
    process.stderr.write(`\r${step}: ${done} of ${total}${isLast ? '\n' : '      '}`);
}
