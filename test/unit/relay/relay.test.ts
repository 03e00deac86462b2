import assert from 'node:assert/strict';
import type { ChangingModel } from '../../../models/createModels.ts';
import { createChangeRecorder } from '../../../server/relay/change.ts';
import { createConsumerRunner } from '../../../server/relay/consumerRunner.ts';
import { createCursorStore } from '../../../server/relay/cursorStore.ts';
import { createEventLogStore } from '../../../server/relay/eventLogStore.ts';
import { verifyChain } from '../../../server/relay/hashChain.ts';
import { createOccurrenceStore } from '../../../server/relay/occurrenceStore.ts';
import { createPendingStore } from '../../../server/relay/pendingStore.ts';
import { createRelay, type StepObserver } from '../../../server/relay/relay.ts';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporaryStore.ts';

class Stopped extends Error {}

describe('the relay and its consumers', () => {
  let store: TemporaryStore;
  let now = new Date('2026-03-02T01:00:00Z');
  const clock = { now: () => now };
  beforeEach(async () => {
    store = await openTemporaryStore();
  });
  afterEach(() => store.close());

  const recorder = createChangeRecorder({ clock, auditKey: 'key of the test' });
  const record = (name: string) =>
    createOccurrenceStore(store.models, recorder).record({ actor: null, role: 'clock', event: name });
  const eventLog = () => createEventLogStore(store.models);
  const relay = (onStep?: StepObserver) =>
    createRelay({
      sources: [createPendingStore('occurrence', store.models.occurrences as unknown as ChangingModel)],
      eventLog: eventLog(),
      ...(onStep ? { onStep } : {}),
    });
  const logged = async () => (await eventLog().after(0, 1000)).map((event) => event.name);

  it('moves every waiting event to the log once and keeps the chain', async () => {
    for (const name of ['one', 'two', 'three']) await record(name);
    assert.equal(await relay().run(), 3);
    assert.equal(await relay().run(), 0);
    assert.deepEqual((await logged()).sort(), ['occurrence.one', 'occurrence.three', 'occurrence.two']);
    assert.equal((await verifyChain(eventLog().all())).broken, null);
  });

  it('loses and repeats nothing wherever it stops', async () => {
    for (let stopAt = 1; stopAt <= 3; stopAt++) {
      await record(`stopped-at-${stopAt}`);
      let step = 0;
      const stop = () => {
        if (++step === stopAt) throw new Stopped();
      };
      await assert.rejects(relay(stop).run(), Stopped);
      await relay().run();
      const names = (await logged()).filter((name) => name === `occurrence.stopped-at-${stopAt}`);
      assert.equal(names.length, 1, `stopped at step ${stopAt}`);
    }
    assert.equal((await verifyChain(eventLog().all())).broken, null);
  });

  it('lets two relays run at once without a gap or a double', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, index) => record(`event-${index}`)));
    await Promise.all([relay().run(), relay().run(), relay().run()]);
    assert.equal((await logged()).length, 30);
    assert.equal((await verifyChain(eventLog().all())).broken, null);
  });

  describe('a consumer', () => {
    const runnerWith = (consume: (names: string[]) => void, batchSize = 10) =>
      createConsumerRunner({
        consumers: [
          {
            name: 'reader',
            batchSize,
            consume: async (events) => consume(events.map((event) => event.name)),
          },
        ],
        eventLog: eventLog(),
        cursors: createCursorStore(store.models),
        clock,
        onFailure: () => {},
      });

    it('reads each event once and goes on where it was', async () => {
      const read: string[] = [];
      await record('one');
      await relay().run();
      await runnerWith((names) => read.push(...names)).run();
      await record('two');
      await relay().run();
      await runnerWith((names) => read.push(...names)).run();
      assert.deepEqual(read, ['occurrence.one', 'occurrence.two']);
    });

    it('puts an event aside after five attempts and reads the rest', async () => {
      for (const name of ['good', 'bad', 'late']) await record(name);
      await relay().run();
      const read: string[] = [];
      const runner = runnerWith((names) => {
        if (names.includes('occurrence.bad')) throw new Error('cannot read this one');
        read.push(...names);
      });
      for (let attempt = 0; attempt < 12; attempt++) {
        await runner.run();
        now = new Date(now.getTime() + 10 * 60_000);
      }
      assert.deepEqual(read.toSorted(), ['occurrence.good', 'occurrence.late']);
      const buried = await createCursorStore(store.models).buried(10);
      assert.deepEqual(
        buried.map(({ consumer, error }) => [consumer, error]),
        [['reader', 'Error: cannot read this one']],
      );
    });

    it('waits out an outage however long it lasts', async () => {
      await record('one');
      await relay().run();
      const read: string[] = [];
      let isDown = true;
      const runner = runnerWith((names) => {
        if (isDown) throw Object.assign(new Error('down'), { name: 'SearchUnavailable' });
        read.push(...names);
      });
      for (let attempt = 0; attempt < 20; attempt++) {
        await runner.run();
        now = new Date(now.getTime() + 10 * 60_000);
      }
      isDown = false;
      await runner.run();
      assert.deepEqual(read, ['occurrence.one']);
      assert.equal(await createCursorStore(store.models).countBuried(), 0);
    });

    it('starts over when its cursor is set back', async () => {
      await record('one');
      await relay().run();
      const read: string[] = [];
      const runner = runnerWith((names) => read.push(...names));
      await runner.run();
      await runner.rewind('reader');
      await runner.run();
      assert.deepEqual(read, ['occurrence.one', 'occurrence.one']);
    });
  });
});
