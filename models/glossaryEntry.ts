import { Schema } from 'mongoose';
import { changeFields, schemaOptions } from './change.ts';

/** Names of one thing in both languages, as the office keeps them. */
export const glossaryEntrySchema = new Schema(
  {
    _id: { type: String, required: true },
    ...changeFields,
    zh: { type: [String], default: [] },
    en: { type: [String], default: [] },
    state: { type: String, required: true },
    versions: { type: [Schema.Types.Mixed], default: [] },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { ...schemaOptions, collection: 'glossaryEntries' },
);
glossaryEntrySchema.index({ state: 1, updatedAt: -1 });
glossaryEntrySchema.index({ updatedAt: -1 });
glossaryEntrySchema.index({ 'pending.at': 1 });
