import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createBackground } from '../../../server/relay/background.ts';
import { createChangeRecorder } from '../../../server/relay/change.ts';
import type { Consumer } from '../../../server/relay/consumer.ts';
import { createConsumerRunner } from '../../../server/relay/consumerRunner.ts';
import { createOccurrenceStore } from '../../../server/relay/occurrenceStore.ts';
import { createRelay } from '../../../server/relay/relay.ts';
import { createPendingStores, createStores } from '../../../server/stores.ts';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporaryStore.ts';

const clock = { now: () => new Date() };

describe('the background loop', () => {
  let store: TemporaryStore;
  beforeEach(async () => {
    store = await openTemporaryStore();
  });
  afterEach(() => store.close());

  const record = (event: string) =>
    createOccurrenceStore(store.models, createChangeRecorder({ clock, auditKey: 'key of the test' })).record({
      actor: null,
      role: 'clock',
      event,
    });

  function backgroundOf(consumers: Consumer[]) {
    const { eventLog, cursors, leases } = createStores(store.models, clock, 'holder');
    const failures: unknown[] = [];
    const onFailure = (...given: unknown[]) => failures.push(given);
    return createBackground({
      relay: createRelay({ sources: createPendingStores(store.models), eventLog }),
      runner: createConsumerRunner({ consumers, eventLog, cursors, clock, onFailure }),
      leases,
      onFailure,
    });
  }

  it('lets nobody wait for a slow consumer, and ends with the batch it is at', async () => {
    const told = new EventTarget();
    const read = { fast: [] as string[], slow: [] as string[] };
    let finish = () => {};
    const fast: Consumer = {
      name: 'fast',
      batchSize: 10,
      async consume(events) {
        read.fast.push(...events.map(({ name }) => name));
        told.dispatchEvent(new Event('read'));
      },
    };
    const slow: Consumer = {
      name: 'slow',
      batchSize: 1,
      async consume(events) {
        read.slow.push(...events.map(({ name }) => name));
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
      },
    };
    const background = backgroundOf([fast, slow]);
    for (const event of ['one', 'two', 'three']) {
      await record(event);
      const isRead = once(told, 'read');
      background.nudge();
      await isRead;
    }
    assert.deepEqual(read.fast, ['occurrence.one', 'occurrence.two', 'occurrence.three']);
    const stopped = background.stop();
    finish();
    await stopped;
    assert.deepEqual(read.slow, ['occurrence.one']);
  });
});
