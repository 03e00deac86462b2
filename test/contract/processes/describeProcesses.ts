import { readConfig } from '../../../server/config.ts';
import type { Site } from '../../crash/server/site.ts';
import {
  addPatent,
  type Market,
  PATENT_CONTENT,
  PATENT_ID,
  prepareMarket,
  publish,
} from '../../support/market.ts';
import { openProcesses, type Processes } from './openProcesses.ts';

/** What a test of several processes sees: two servers that run, and a patent that both show. */
export interface TwoServers {
  processes: Processes;
  one: Site;
  other: Site;
  market: Market;
  listing: string;
}

/** Runs tests with two real servers on the store of MONGODB_URI; without it there is nothing to share. */
export function describeProcesses(title: string, define: (servers: () => TwoServers) => void): void {
  const { mongodbUri } = readConfig();
  if (!mongodbUri) return;
  describe(`${title} (two processes on MongoDB)`, function () {
    this.timeout(300_000);
    let servers: TwoServers | undefined;
    let opened: Processes | undefined;
    before(async () => {
      opened = await openProcesses(mongodbUri);
      const market = await prepare(opened);
      const [one, other] = await Promise.all([opened.site('one'), opened.site('other')]);
      await Promise.all([one.start(), other.start()]);
      servers = { processes: opened, one, other, ...market };
    });
    after(() => opened?.close());
    define(() => {
      if (servers === undefined) throw new Error('The servers only run inside a test.');
      return servers;
    });
  });
}

async function prepare(processes: Processes): Promise<{ market: Market; listing: string }> {
  const app = await processes.services();
  const market = await prepareMarket(app);
  await addPatent(app, PATENT_ID);
  const { _id } = await publish(app, market, market.people.researcher, 'patent', PATENT_CONTENT);
  await app.close();
  return { market, listing: _id };
}
