import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mailOf } from './accounts/actorOf.ts';
import { DEMO_PASSWORD } from './accounts/demoPassword.ts';
import { createApp } from './app.ts';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { prepareDemo } from './demo/demoMode.ts';
import { createLog } from './log.ts';
import { claimLoneIndex } from './loneIndex.ts';
import { openServices } from './openServices.ts';
import { takeServerLock } from './serverLock.ts';

const SHUTDOWN_MS = 10_000;

const config = readConfig();
const log = createLog(config);
const unlock = config.mongodbUri ? () => {} : takeServerLock(config.dataDirectory);
if (unlock === null) {
  stopWith(
    `Another server works on the data in ${config.dataDirectory}. Stop it, or start this one with another DATA_DIR or with MONGODB_URI.`,
  );
}

const { services, models, close } = await openServices({ config, clock: systemClock, log });
const giveUpIndex = config.mongodbUri
  ? await claimLoneIndex({ leases: services.stores.leases, isShared: config.meilisearch !== undefined })
  : async () => {};
if (giveUpIndex === null) {
  stopWith(
    'Another server works on the store of MONGODB_URI with a search index in its own DATA_DIR, which no other server sees. Set MEILI_HOST for all of them, or run one server only.',
  );
}
const demo = await prepareDemo({ services, models, config, onProgress: showProgress }).catch((error: Error) =>
  stopWith(error.message),
);
const settled = { ...config, demo };
const server = createServer(await createApp({ ...services, config: settled }, settled));

services.background.start();
services.jobs.start();
server.listen(config.port, config.host, announce);

async function announce(): Promise<void> {
  const { port } = server.address() as AddressInfo;
  console.log(`Dual Helix answers on http://${config.host}:${port}`);
  if (!demo) return;
  console.log(`Demo accounts, all with the password "${DEMO_PASSWORD}":`);
  for (const account of await services.accounts.demoAccounts())
    console.log(`  ${mailOf(account)}  ${account.name}`);
}

function showProgress(step: string, done: number, total: number): void {
  const isLast = done === total;
  if (process.stderr.isTTY || isLast)
    process.stderr.write(`\rDemo data, ${step}: ${done} of ${total}${isLast ? '\n' : '      '}`);
}

function stopWith(message: string): never {
  console.error(message);
  process.exit(1);
}

async function shutDown(): Promise<void> {
  const deadline = setTimeout(() => process.exit(1), SHUTDOWN_MS);
  server.closeIdleConnections();
  await new Promise((resolve) => server.close(resolve));
  await services.jobs.stop();
  await giveUpIndex?.();
  await close();
  unlock?.();
  clearTimeout(deadline);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void shutDown());
