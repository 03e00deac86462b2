import assert from 'node:assert/strict';
import { readConfig } from '../../../server/config.ts';
import { openProcesses, type Processes } from './openProcesses.ts';

const { mongodbUri } = readConfig();

if (mongodbUri)
  describe('a server on MongoDB with an index of its own', function () {
    this.timeout(120_000);
    let processes: Processes;
    before(async () => {
      processes = await openProcesses(mongodbUri);
    });
    after(() => processes.close());

    it('is the only one, says so to a second, and may be followed when it was killed', async () => {
      const one = await processes.site('one', processes.store);
      await one.start();
      const second = await processes.site('second', processes.store);
      const refused = second.start();
      const withSharedIndex = await processes.site('third');
      const refusedToo = withSharedIndex.start();
      const words = /by 1: .*search index in its own DATA_DIR.*Set MEILI_HOST for all of them/s;
      await Promise.all([assert.rejects(refused, words), assert.rejects(refusedToo, words)]);
      await one.kill();
      const next = await processes.site('next', processes.store);
      await next.start();
    });
  });
