import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Lets the process that measures reach a server: tells it the port, and whenever it asks the time all threads of
 * this process spent computing, in microseconds. Ends when the other one does.
 */
export function serveBench(listener: RequestListener, close: () => Promise<void> = async () => {}): void {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
  process.on('message', (message: { ask?: string }) => {
    if (message.ask !== 'cpu') return;
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system });
  });
  process.once('disconnect', async () => {
    server.closeAllConnections();
    server.close();
    await close();
    process.exit(0);
  });
}
