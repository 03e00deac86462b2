import type { FoundListing, SearchFilter } from '../../../search/searchIndex.ts';
import type { Log } from '../../log.ts';
import { withinTime } from '../../withinTime.ts';
import type { VectorSource } from './vectorSource.ts';

const LONGEST_WAIT_MS = 5_000;

interface VectorParts {
  source: VectorSource;
  log?: Pick<Log, 'warn' | 'info'> | undefined;
  longestWaitMs?: number;
}

/**
 * A source matching can do without: one that fails, or takes too long, brings nothing. The log says it once when
 * that begins and once when it is over.
 */
export function createOptionalVectors({ source, log, longestWaitMs = LONGEST_WAIT_MS }: VectorParts) {
  let failures = 0;

  function noteFailure(error: unknown): FoundListing[] {
    failures += 1;
    if (failures === 1) log?.warn({ error, source: source.name }, 'vectors fail; matching goes on without');
    return [];
  }

  function noteAnswer(found: FoundListing[]): FoundListing[] {
    if (failures > 0) log?.info({ failures, source: source.name }, 'vectors answer again');
    failures = 0;
    return found;
  }

  return {
    /** Never rejects. */
    nearest: (reference: string, wanted: SearchFilter, limit: number): Promise<FoundListing[]> =>
      withinTime(
        Promise.try(() => source.nearest(reference, wanted, limit)),
        longestWaitMs,
        (message) => new Error(message),
      ).then(noteAnswer, noteFailure),
    /** How often in a row it failed by now. */
    state: () => ({ name: source.name, failures }),
  };
}

export type OptionalVectors = ReturnType<typeof createOptionalVectors>;
