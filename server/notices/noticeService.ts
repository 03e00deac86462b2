import type { Actor } from '../accounts/actor.ts';
import type { Clock } from '../clock.ts';
import { notFound } from '../errors.ts';
import type { NoticeRecord, NoticeStore } from './noticeStore.ts';

/** The notices of one person, which nobody else ever reads. */
export function createNoticeService({ store, clock }: { store: NoticeStore; clock: Clock }) {
  return {
    async page(actor: Actor, skip: number, limit: number) {
      const [notices, total, unread] = await Promise.all([
        store.page(actor.accountId, skip, limit),
        store.count(actor.accountId),
        store.countUnread(actor.accountId),
      ]);
      return { notices, total, unread };
    },
    countUnread: (actor: Actor) => store.countUnread(actor.accountId),
    /** Opens a notice, which marks it as read. */
    async open(actor: Actor, id: string): Promise<NoticeRecord> {
      const notice = await store.find(actor.accountId, id);
      if (notice === null) throw notFound();
      await store.markRead(actor.accountId, id, clock.now());
      return notice;
    },
    markAllRead: (actor: Actor) => store.markAllRead(actor.accountId, clock.now()),
  };
}

export type NoticeService = ReturnType<typeof createNoticeService>;
