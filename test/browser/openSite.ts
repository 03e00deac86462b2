import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCast } from '../../server/demo/cast.ts';
import { demoAccounts } from '../../server/demo/demoAccounts.ts';
import type { HouseKey } from '../../server/demo/demoTypes.ts';
import { loadDemo } from '../../server/demo/loadDemo.ts';
import { createTranslator } from '../../server/i18n/translate.ts';
import { startApp } from '../support/app.ts';

/** The marketplace with its demo data on a free port of this machine. */
export async function openSite() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = await startApp({ variables: { BASE_URL: address, DEMO: '1' } });
  const { services, models, clock, config } = app;
  await loadDemo({ services, models, clock });
  server.on('request', app.app);
  return {
    address,
    services,
    clock,
    translatorOf: createTranslator({ strict: true }),
    /** Who acts for whom in the demo, as actors of the services. */
    cast: createCast({ ...services, levels: config.reviewLevels }),
    /** Lets everything that follows changes happen. */
    drain: app.drain,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await app.close();
    },
  };
}

export type Site = Awaited<ReturnType<typeof openSite>>;

/** The address somebody of the demo signs in with: of a house and a role in it, or of an office. */
export function mailOf(who: HouseKey | `${'city' | 'province'}.${string}` | 'administrator' | 'auditor') {
  const found = demoAccounts.find(
    ({ mail, house }) => mail.startsWith(`${who}@`) || (house?.key === who && house.role === 'admin'),
  );
  if (found === undefined) throw new Error(`The demo has nobody called ${who}`);
  return found.mail;
}
