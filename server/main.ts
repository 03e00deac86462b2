import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { openServices } from './openServices.ts';
import { takeServerLock } from './serverLock.ts';

const SHUTDOWN_MS = 10_000;

const config = readConfig();
const log = createLog(config);
const unlock = config.mongodbUri ? () => {} : takeServerLock(config.dataDirectory);
if (unlock === null) {
  console.error(
    `Another server works on the data in ${config.dataDirectory}. Stop it, or start this one with another DATA_DIR or with MONGODB_URI.`,
  );
  process.exit(1);
}
const { services, close } = await openServices({ config, clock: systemClock, log });
const app = await createApp(services, config);
const server = createServer(app);

services.background.start();
services.jobs.start();
server.listen(config.port, config.host, () => {
  const { port } = server.address() as AddressInfo;
  console.log(`Dual Helix answers on http://${config.host}:${port}`);
});

async function shutDown(): Promise<void> {
  const deadline = setTimeout(() => process.exit(1), SHUTDOWN_MS);
  server.closeIdleConnections();
  await new Promise((resolve) => server.close(resolve));
  await services.jobs.stop();
  await close();
  unlock?.();
  clearTimeout(deadline);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void shutDown());
