import { createHmac } from 'node:crypto';
import type { EventActor, HistoryEntry, PendingEvent } from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import type { Clock } from '../clock.ts';
import { newId } from '../newId.ts';

export interface ChangeInput {
  /** Null when the clock acts. */
  actor: Actor | null;
  /** The party as which the person acted, such as `member` or `reviewer`. */
  role: string;
  event: string;
  /** Codes and ids only: this is what the log keeps for ever. */
  detail?: Record<string, unknown>;
  reason?: string | null;
  /** Free text for people; the log keeps its keyed digest. */
  text?: string | null;
}

/** The longest history a document carries; the whole one is in the log. */
const HISTORY_LENGTH = 200;

/**
 * Turns "who did what" into the parts of one atomic update: the pending event the relay will log,
 * and the history entry people read. The free text goes to the history only.
 */
export function createChangeRecorder({ clock, auditKey }: { clock: Clock; auditKey: string }) {
  return {
    /** @returns the instant and the `$push`/`$inc` parts to merge into the update of the same document. */
    record(noun: string, input: ChangeInput) {
      const at = clock.now();
      const id = newId();
      const actor = eventActor(input);
      const textDigest = input.text ? { textDigest: digest(auditKey, input.text) } : {};
      const reason = input.reason ? { reason: input.reason } : {};
      const event: PendingEvent = {
        id,
        at,
        name: `${noun}.${input.event}`,
        actor,
        detail: { ...input.detail, ...reason, ...textDigest },
      };
      const entry: HistoryEntry = {
        eventId: id,
        at,
        event: input.event,
        accountId: actor.accountId,
        role: input.role,
        reason: input.reason ?? null,
        text: input.text ?? null,
      };
      return {
        at,
        event,
        entry,
        update: {
          $inc: { revision: 1 },
          $push: { pending: event, history: { $each: [entry], $slice: -HISTORY_LENGTH } },
        },
      };
    },
    /** A keyed digest, for values that must be comparable later but not readable in the log. */
    digest: (value: string) => digest(auditKey, value),
  };
}

export type ChangeRecorder = ReturnType<typeof createChangeRecorder>;

function eventActor({ actor, role }: ChangeInput): EventActor {
  return {
    accountId: actor?.accountId ?? null,
    organisationId: actor?.membership?.organisationId ?? null,
    role,
  };
}

function digest(key: string, value: string): string {
  return createHmac('sha256', key).update(value).digest('hex');
}
