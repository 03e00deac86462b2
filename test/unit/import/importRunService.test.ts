import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { OrganisationRecord, PendingEvent } from '../../../models/records.ts';
import type { FileStore } from '../../../server/files/fileStore.ts';
import { createImportRunService } from '../../../server/import/importRunService.ts';
import type { ImportRun, ImportRunStore } from '../../../server/import/importRunStore.ts';
import type { ImportService } from '../../../server/import/importService.ts';
import { newId } from '../../../server/newId.ts';
import { createChangeRecorder } from '../../../server/relay/change.ts';
import { people } from '../../support/listingWorld.ts';
import { manualClock } from '../../support/manualClock.ts';

const COUNTS = { rows: 1, added: 1, known: 0, refused: 0, approved: 0, notApproved: 0, waiting: 1 };

describe('a run of the import page', () => {
  const temporaryDirectory = join(tmpdir(), `dual-helix-runs-${newId()}`);
  after(() => rm(temporaryDirectory, { recursive: true, force: true }));

  it('is done also when its progress could not be noted, which would end the server unheard', async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => unheard.push(reason);
    process.on('unhandledRejection', hear);
    const actor = people.admin;
    const run = {
      _id: 'run',
      organisationId: actor.membership?.organisationId,
      settings: {},
      state: 'queued',
      counts: { ...COUNTS, total: 1 },
    } as ImportRun;
    const store = {
      waiting: async () => (run.state === 'done' ? null : run),
      async set(_id: string, fields: Partial<ImportRun>) {
        if (fields.counts !== undefined && fields.state === undefined) throw new Error('busy');
        Object.assign(run, fields);
      },
      async end(_id: string, fields: Partial<ImportRun>, events: PendingEvent[]) {
        Object.assign(run, fields, { pending: events });
      },
    } as ImportRunStore;
    const { job } = createImportRunService({
      store,
      imports: {
        levelFor: async () => 'city' as const,
        async run({ onProgress }) {
          onProgress?.(COUNTS);
          return COUNTS;
        },
      } satisfies ImportService,
      files: {
        open: async () => ({ stream: Readable.from(['id\n1\n']), size: 5, mediaType: 'text/csv' }),
      } as unknown as FileStore,
      findActor: async () => actor,
      getOwner: async () => ({}) as OrganisationRecord,
      recorder: createChangeRecorder({ clock: manualClock(), auditKey: 'key' }),
      clock: manualClock(),
      temporaryDirectory,
    });
    assert.equal(await job.run(), 1);
    assert.equal(run.state, 'done');
    assert.deepEqual(
      run.pending.map(({ name, detail }) => [name, detail.added, detail.waiting]),
      [['import.end', 1, 1]],
    );
    process.off('unhandledRejection', hear);
    assert.deepEqual(unheard, []);
  });
});
