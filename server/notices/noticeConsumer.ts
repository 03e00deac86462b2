import type { AccountRecord, LoggedEvent } from '../../models/records.ts';
import { shanghaiDate } from '../clock.ts';
import type { Consumer } from '../relay/consumer.ts';
import { GUEST, type NoticeAudiences } from './noticeAudiences.ts';
import { channelFor, type NoticeChannel } from './noticeGroups.ts';
import { type NoticeRule, pathOf } from './noticeRules.ts';
import type { NoticeStore, NoticeValues } from './noticeStore.ts';
import type { FindSubject, NoticeSubject } from './noticeSubject.ts';

interface ConsumerParts {
  rules: readonly NoticeRule[];
  subjects: Record<string, FindSubject>;
  audiences: NoticeAudiences;
  findAccounts: (ids: string[]) => Promise<AccountRecord[]>;
  store: NoticeStore;
  /** Sends the letters that wait; never throws. */
  sendMail: () => Promise<void>;
}

/**
 * Reads the log and writes to each person the notices the rules give, each once. The past of the demo is
 * nobody's news, and no letter is written about what is recent there (see `server/demo/stage.ts`).
 */
export function createNoticeConsumer(parts: ConsumerParts): Consumer {
  const { subjects, audiences, findAccounts, store, sendMail } = parts;
  const rulesByEvent = Map.groupBy(parts.rules, (rule) => rule.event);

  /** How each recipient gets it; people who are gone or want none get nothing. */
  async function channels(ids: string[], rule: NoticeRule): Promise<Map<string, NoticeChannel>> {
    const guests = ids.filter((id) => id.startsWith(GUEST));
    const accounts = await findAccounts(ids.filter((id) => !guests.includes(id)));
    const reachable = accounts.filter((account) => account.state === 'active' || rule.group === 'account');
    return new Map([
      ...guests.map((id) => [id, 'mail'] as const),
      ...reachable.map((account) => [account._id, channelFor(account.noticeSettings, rule.group)] as const),
    ]);
  }

  async function apply(rule: NoticeRule, event: LoggedEvent): Promise<void> {
    if (rule.when?.(event) === false || event.detail.demo === 'past') return;
    const subject = await subjects[event.subject.noun]?.(event.subject.id, event);
    if (!subject) return;
    const recipients = await audiences.resolve(rule.to, event, subject);
    for (const [accountId, channel] of await channels(recipients, rule)) {
      if (channel === 'none') continue;
      await store.add({
        _id: `${event._id}:${accountId}`,
        accountId,
        at: event.at,
        kind: event.name,
        values: valuesOf(event, subject),
        path: pathOf(rule, event.subject.id),
        readAt: rule.link === undefined ? null : event.at,
        isMailed: channel !== 'mail' || event.detail.demo !== undefined,
        mailAttempts: 0,
      });
    }
  }

  return {
    name: 'notices',
    batchSize: 50,
    async consume(events) {
      for (const event of events)
        for (const rule of rulesByEvent.get(event.name) ?? []) await apply(rule, event);
      await sendMail();
    },
  };
}

function valuesOf(
  { detail }: LoggedEvent,
  { reference, title, organisation, dueAt, words }: NoticeSubject,
): NoticeValues {
  return {
    reference,
    title,
    organisation,
    reason: typeof detail.reason === 'string' ? detail.reason : null,
    dueOn: dueAt === null ? null : shanghaiDate(dueAt),
    words,
  };
}
