import { Schema } from 'mongoose';
import { schemaOptions } from './change.ts';

/** A search somebody keeps; `_id` is made from the person and the search, so that it is kept once. */
export const savedSearchSchema = new Schema(
  {
    _id: { type: String, required: true },
    accountId: { type: String, required: true },
    name: { type: String, required: true },
    scope: { type: String, required: true },
    text: { type: String, default: '' },
    facets: { type: Schema.Types.Mixed, default: {} },
    ranges: { type: Schema.Types.Mixed, default: {} },
    rhythm: { type: String, required: true },
    createdAt: { type: Date, required: true },
    lookedAt: { type: Date, required: true },
  },
  { ...schemaOptions, collection: 'savedSearches' },
);
savedSearchSchema.index({ accountId: 1, createdAt: -1 });
savedSearchSchema.index({ rhythm: 1, lookedAt: 1 });

/** A listing that was published after a search was saved and that it finds; `_id` is `searchId:reference`. */
export const searchFindSchema = new Schema(
  {
    _id: { type: String, required: true },
    searchId: { type: String, required: true },
    accountId: { type: String, required: true },
    reference: { type: String, required: true },
    dueAt: { type: Date, required: true },
    noticeId: { type: String, default: null },
    toldAt: { type: Date, default: null },
  },
  { ...schemaOptions, collection: 'searchFinds' },
);
searchFindSchema.index({ toldAt: 1, dueAt: 1 });
searchFindSchema.index({ searchId: 1, toldAt: 1 });
searchFindSchema.index({ accountId: 1 });

/** How often a search found nothing on a day, without persons; `_id` is made from day and text. */
export const unmetSearchSchema = new Schema(
  {
    _id: { type: String, required: true },
    text: { type: String, required: true },
    day: { type: String, required: true },
    count: { type: Number, required: true, default: 0 },
  },
  { ...schemaOptions, collection: 'unmetSearches' },
);
unmetSearchSchema.index({ day: 1 });
