import type { Models } from '../../models/createModels.ts';
import type { LocalizedText } from '../localized.ts';

/** What a notice says beside its kind: codes, a reference, and names everybody who gets it may read. */
export interface NoticeValues {
  reference: string | null;
  title: LocalizedText | null;
  organisation: LocalizedText | null;
  reason: string | null;
  dueOn: string | null;
  /** Words and numbers of its own texts besides. */
  words?: Record<string, string | number>;
  /** What a letter about several things lists. */
  lines?: NoticeLine[];
}

/** A listing a notice tells of, under a heading the person chose. */
export interface NoticeLine {
  reference: string;
  title: LocalizedText;
  under: string;
}

export interface NoticeRecord {
  /** `eventId:recipientId`, so that a notice exists once however often its event is read. */
  _id: string;
  accountId: string;
  at: Date;
  /** The name of the event, such as `listing.approve`. */
  kind: string;
  values: NoticeValues;
  path: string;
  readAt: Date | null;
  isMailed: boolean;
  mailAttempts: number;
}

/** Notices as plain objects. */
export function createNoticeStore({ notices }: Pick<Models, 'notices'>) {
  return {
    /** Adds a notice unless it is there. */
    async add({ _id, ...notice }: NoticeRecord): Promise<void> {
      await notices.updateOne({ _id }, { $setOnInsert: notice }, { upsert: true });
    },
    find: async (accountId: string, id: string): Promise<NoticeRecord | null> =>
      notices.findOne({ _id: id, accountId }).lean<NoticeRecord>(),
    page: async (accountId: string, skip: number, limit: number): Promise<NoticeRecord[]> =>
      notices.find({ accountId }, null, { sort: { at: -1, _id: 1 }, skip, limit }).lean<NoticeRecord[]>(),
    count: async (accountId: string): Promise<number> => notices.countDocuments({ accountId }),
    countUnread: async (accountId: string): Promise<number> =>
      notices.countDocuments({ accountId, readAt: null }),
    markRead: async (accountId: string, id: string, at: Date): Promise<void> => {
      await notices.updateOne({ _id: id, accountId, readAt: null }, { $set: { readAt: at } });
    },
    markAllRead: async (accountId: string, at: Date): Promise<void> => {
      await notices.updateMany({ accountId, readAt: null }, { $set: { readAt: at } });
    },
    removeOf: async (accountId: string): Promise<void> => {
      await notices.deleteMany({ accountId });
    },
    /** Notices whose letter is still to be sent, the oldest first. */
    waitingForMail: async (limit: number): Promise<NoticeRecord[]> =>
      notices.find({ isMailed: false }, null, { sort: { at: 1, _id: 1 }, limit }).lean<NoticeRecord[]>(),
    markMailed: async (id: string): Promise<void> => {
      await notices.updateOne({ _id: id }, { $set: { isMailed: true } });
    },
    noteFailure: async (id: string): Promise<void> => {
      await notices.updateOne({ _id: id }, { $inc: { mailAttempts: 1 } });
    },
  };
}

export type NoticeStore = ReturnType<typeof createNoticeStore>;
