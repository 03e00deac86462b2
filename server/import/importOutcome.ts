import type { PendingEvent } from '../../models/records.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import { type ImportRun, MOST_ERROR_ROWS } from './importRunStore.ts';
import type { ImportCounts, ImportRequest, ImportService } from './importService.ts';

interface OutcomeParts {
  imports: ImportService;
  recorder: ChangeRecorder;
}

/** What is kept of an import: its counts, the first refusals, and the event that tells of it. */
export interface ImportOutcome {
  counts: ImportCounts;
  errorRows: ImportRun['errorRows'];
  pending: PendingEvent[];
}

/** Runs through a file, by page or by command alike. */
export async function importOutcome(parts: OutcomeParts, request: ImportRequest): Promise<ImportOutcome> {
  const errorRows: ImportRun['errorRows'] = [];
  const counts = await parts.imports.run({
    ...request,
    onRefusal: (refusal) => {
      if (errorRows.length < MOST_ERROR_ROWS) errorRows.push(refusal);
      request.onRefusal?.(refusal);
    },
  });
  return { counts, errorRows, pending: await endOf(parts, request, counts) };
}

/** The event that tells office and house of a whole file at once; none where nothing came in or waits. */
async function endOf(
  { imports, recorder }: OutcomeParts,
  request: ImportRequest,
  { rows, added, known, refused, approved, waiting }: ImportCounts,
): Promise<PendingEvent[]> {
  const { actor, owner, isDryRun } = request;
  if (isDryRun || added + approved + waiting === 0) return [];
  const level = await imports.levelFor(request);
  const detail = { organisationId: owner._id, level, rows, added, known, refused, approved, waiting };
  return [recorder.record('import', { actor, role: 'importer', event: 'end', detail }).event];
}
