import type { OrganisationRecord, PendingEvent } from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import type { ReviewLevel } from '../config.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import type { ImportCounts } from './importService.ts';

interface End {
  actor: Actor;
  owner: OrganisationRecord;
  counts: ImportCounts;
  /** Where the rows wait that nobody approved. */
  level: ReviewLevel;
  isDryRun: boolean;
}

/** The event that tells office and house of a whole file at once; none where nothing came in or waits. */
export function importEnd(
  recorder: ChangeRecorder,
  { actor, owner, counts, level, isDryRun }: End,
): PendingEvent[] {
  const { rows, added, known, refused, approved, waiting } = counts;
  if (isDryRun || added + approved + waiting === 0) return [];
  const detail = { organisationId: owner._id, level, rows, added, known, refused, approved, waiting };
  return [recorder.record('import', { actor, role: 'importer', event: 'end', detail }).event];
}
