import type { LoggedEvent } from '../../models/records.ts';
import type { Consumer } from '../relay/consumer.ts';
import type { MatchRuns } from './matchRuns.ts';

/** The events after which a listing has other matches, or none. */
const EVENTS: ReadonlySet<string> = new Set(
  ['approve', 'apply', 'renew', 'restore', 'withdraw', 'suspend', 'expire', 'conclude'].map(
    (event) => `listing.${event}`,
  ),
);

/** After it an organisation's listings are looked at again: nothing was computed for them before. */
const ACCEPTED = 'organisation.accept-suggestions';

interface ConsumerParts {
  runs: MatchRuns;
  /** Brings the index up to these listings, which the consumer of search may not have reached yet. */
  index: (references: string[]) => Promise<void>;
  /** Takes over newer word statistics and weights, if there are any. */
  reload: () => Promise<void>;
  /** The published listings of an organisation. */
  publishedOf: (organisationId: string) => Promise<string[]>;
}

/** Follows the log for matching, in both directions; state-based, so that an event seen twice does no harm. */
export function createMatchingConsumer({ runs, index, reload, publishedOf }: ConsumerParts): Consumer {
  return {
    name: 'matching',
    batchSize: 50,
    async consume(events: LoggedEvent[]) {
      const references = events.filter(({ name }) => EVENTS.has(name)).map(({ subject }) => subject.id);
      for (const { name, subject } of events)
        if (name === ACCEPTED) references.push(...(await publishedOf(subject.id)));
      const distinct = [...new Set(references)];
      if (distinct.length === 0) return;
      await reload();
      await index(distinct);
      for (const reference of distinct) await runs.run(reference);
    },
  };
}
