import { Schema } from 'mongoose';

/** An event that still waits in its document until the relay has written it to the log. */
export const pendingEventSchema = new Schema(
  {
    id: { type: String, required: true },
    at: { type: Date, required: true },
    name: { type: String, required: true },
    actor: { type: Schema.Types.Mixed, required: true },
    detail: { type: Schema.Types.Mixed, required: true },
  },
  { _id: false, minimize: false },
);

/** What people read of a change; free text stays here and only its digest goes to the log. */
export const historyEntrySchema = new Schema(
  {
    eventId: { type: String, required: true },
    at: { type: Date, required: true },
    event: { type: String, required: true },
    accountId: { type: String, default: null },
    role: { type: String, required: true },
    reason: { type: String, default: null },
    text: { type: String, default: null },
  },
  { _id: false },
);

/** The fields every document has whose changes carry their own events. */
export const changeFields = {
  revision: { type: Number, required: true, default: 1 },
  history: { type: [historyEntrySchema], default: [] },
  pending: { type: [pendingEventSchema], default: [] },
};

/**
 * Options shared by all schemas: string ids, no hidden version key, nothing dropped when empty. Collections
 * and indexes are made by `alignIndexes`, not by compiling a model, since old data may have other ones.
 */
export const schemaOptions = {
  versionKey: false,
  minimize: false,
  strict: true,
  autoCreate: false,
  autoIndex: false,
} as const;

/** A text in one or both languages. */
export const localizedText = { type: Schema.Types.Mixed, default: null };
