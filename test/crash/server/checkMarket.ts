import { join } from 'node:path';
import { checkStore } from '../../../models/embedded/checkStore.ts';
import { checkFiles } from '../../../server/backup/checkFiles.ts';
import { verifyChain } from '../../../server/relay/hashChain.ts';
import { driftCount } from '../../../server/search/reconcile.ts';
import { checkActs } from './checkActs.ts';
import { checkNews } from './checkNews.ts';
import { checkRights, checkTrail } from './checkTrail.ts';
import type { Act } from './ledger.ts';
import { openMarket } from './openMarket.ts';
import { readMarket } from './readMarket.ts';
import { report, type ServerCrashResult } from './result.ts';

/** After so long nothing that a dead process held may be held any more. */
const TAKEN_OVER_MS = 60_000;

/** Lets everything follow that is still to follow, then looks at all there is. */
export async function checkMarket(
  dataDirectory: string,
  acts: Act[],
  result: ServerCrashResult,
): Promise<void> {
  const wrong = (problem: string) => report(result, 'wrong', problem);
  const { services, models, close } = await openMarket(dataDirectory, TAKEN_OVER_MS);
  try {
    for (const job of ['runImports', 'sendMail'])
      if (!(await services.jobs.runNow(job))) wrong(`${job} is not taken over after a minute`);
    await services.background.drain();
    const market = await readMarket(models);
    checkActs(acts, market, result);
    checkTrail(market, result);
    checkRights(market, result);
    await checkNews(join(dataDirectory, 'mail'), market, result);
    const { broken } = await verifyChain(services.stores.eventLog.all());
    if (broken !== null) wrong(`the event log is broken at ${broken.sequence}: ${broken.problem}`);
    for (const index of ['public', 'matching'] as const) {
      const drift = await services.reconciler.drift(index);
      if (driftCount(drift) > 0) wrong(`the ${index} index differs: ${JSON.stringify(drift)}`);
    }
  } finally {
    await close();
  }
  const { problems } = checkStore(join(dataDirectory, 'store.sqlite'));
  const files = await checkFiles(dataDirectory, { isThorough: true });
  for (const problem of [...problems, ...files.problems]) wrong(problem);
}
