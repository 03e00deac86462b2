import { Schema } from 'mongoose';
import { pendingEventSchema, schemaOptions } from './change.ts';

/** The append-only log; every row carries the hash of the row before. `_id` is the event's id. */
export const loggedEventSchema = new Schema(
  {
    _id: { type: String, required: true },
    sequence: { type: Number, required: true },
    at: { type: Date, required: true },
    name: { type: String, required: true },
    actor: { type: Schema.Types.Mixed, required: true },
    subject: { type: Schema.Types.Mixed, required: true } /* { noun, id } */,
    detail: { type: Schema.Types.Mixed, required: true },
    previousHash: { type: String, required: true },
    hash: { type: String, required: true },
  },
  { ...schemaOptions, collection: 'eventLog' },
);

loggedEventSchema.index({ sequence: 1 }, { unique: true });
loggedEventSchema.index({ 'subject.id': 1, sequence: 1 });
loggedEventSchema.index({ name: 1, sequence: 1 });
loggedEventSchema.index({ 'actor.accountId': 1, sequence: 1 });

/** A fact that changes no document: a download, a failed sign-in, an export. */
export const occurrenceSchema = new Schema(
  {
    _id: { type: String, required: true },
    noun: { type: String, required: true },
    pending: { type: [pendingEventSchema], default: [] },
  },
  { ...schemaOptions, collection: 'occurrences' },
);

occurrenceSchema.index({ 'pending.at': 1 });

/** How far a consumer has read the log, and how it fares. `_id` is the consumer's name. */
export const consumerCursorSchema = new Schema(
  {
    _id: { type: String, required: true },
    sequence: { type: Number, required: true, default: 0 },
    attempts: { type: Number, required: true, default: 0 },
    retryAt: { type: Date, default: null },
    lastError: { type: String, default: null },
    movedAt: { type: Date, default: null },
  },
  { ...schemaOptions, collection: 'consumerCursors' },
);

/** An event a consumer could not take after several attempts; shown on the search page of the desk. */
export const deadLetterSchema = new Schema(
  {
    _id: { type: String, required: true } /* consumer:eventId */,
    consumer: { type: String, required: true },
    sequence: { type: Number, required: true },
    error: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { ...schemaOptions, collection: 'deadLetters' },
);

deadLetterSchema.index({ consumer: 1, sequence: 1 });
