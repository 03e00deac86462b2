import { readConfig } from '../../server/config.ts';
import { createLog } from '../../server/log.ts';
import { openServices } from '../../server/openServices.ts';
import { DEMAND_CONTENT } from './market.ts';

/**
 * A process that posts a demand and then lets relay and consumers work until it kills itself at a
 * step. Prints the reference as soon as the posting is acknowledged.
 */
const stopAt = Number(process.argv[2]);
// An hour later for every step, so that no lease of the process before still holds.
const clock = { now: () => new Date(Date.now() + stopAt * 3_600_000) };
let step = 0;
const config = readConfig();
const { services, close } = await openServices({
  config,
  clock,
  log: createLog(config),
  onStep: () => {
    step += 1;
    if (step === stopAt) process.kill(process.pid, 'SIGKILL');
  },
});
const actor = await services.accounts.findActor('buyer');
if (actor === null) throw new Error('The market has not been prepared');
const deadline = `${new Date().getFullYear() + 1}-12-31`;
const draft = await services.listings.drafts.start({
  actor,
  kind: 'demand',
  content: { ...DEMAND_CONTENT, deadline },
  originalLanguage: 'zh',
});
await services.listings.moves.move({
  actor,
  reference: draft._id,
  revision: draft.revision,
  event: 'submit',
});
process.stdout.write(`${draft._id}\n`);
await services.background.drain();
process.stdout.write(`steps ${step}\n`);
await close();
