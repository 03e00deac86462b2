import type { Models } from '../../models/createModels.ts';
import { newId } from '../newId.ts';
import type { ChangeInput, ChangeRecorder } from './change.ts';

/** Records what changes no document (a download, an export, a failed sign-in) as an event of its own. */
export function createOccurrenceStore(
  { occurrences }: Pick<Models, 'occurrences'>,
  recorder: ChangeRecorder,
) {
  return {
    async record(input: ChangeInput): Promise<void> {
      const { event } = recorder.record('occurrence', input);
      await occurrences.create({ _id: newId(), noun: 'occurrence', pending: [event] });
    },
  };
}

export type OccurrenceStore = ReturnType<typeof createOccurrenceStore>;
