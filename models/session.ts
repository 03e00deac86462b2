import { Schema } from 'mongoose';
import { schemaOptions } from './change.ts';

/** A session of somebody signed in, or of a form that is open. `_id` is the session's id. */
export const sessionSchema = new Schema(
  {
    _id: { type: String, required: true },
    accountId: { type: String, default: null },
    content: { type: Schema.Types.Mixed, required: true },
    expiresAt: { type: Date, required: true },
  },
  { ...schemaOptions, collection: 'sessions' },
);

sessionSchema.index({ expiresAt: 1 });
sessionSchema.index({ accountId: 1 });
