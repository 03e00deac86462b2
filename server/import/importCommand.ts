import { basename } from 'node:path';
import type { Clock } from '../clock.ts';
import { newId } from '../newId.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import { importOutcome } from './importOutcome.ts';
import type { ImportRunStore } from './importRunStore.ts';
import type { ImportCounts, ImportRequest, ImportService } from './importService.ts';

interface CommandParts {
  store: ImportRunStore;
  imports: ImportService;
  recorder: ChangeRecorder;
  clock: Clock;
}

/** An import by command: at once and in this process; the house finds the run beside those of its page. */
export function createImportCommand({ store, imports, recorder, clock }: CommandParts) {
  return async (request: ImportRequest): Promise<ImportCounts> => {
    const { actor, owner, source, kind, mapping = {}, isDryRun } = request;
    const createdAt = clock.now();
    const { counts, errorRows, pending } = await importOutcome({ imports, recorder }, request);
    await store.insert({
      _id: newId(),
      organisationId: owner._id,
      accountId: actor.accountId,
      fileName: basename(request.path),
      fileId: null,
      settings: { kind, source, mapping, isDryRun },
      state: 'done',
      counts: { ...counts, total: counts.rows },
      errorRows,
      createdAt,
      finishedAt: clock.now(),
      pending,
    });
    return counts;
  };
}

export type ImportCommand = ReturnType<typeof createImportCommand>;
