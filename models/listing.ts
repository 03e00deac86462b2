import { Schema } from 'mongoose';
import { changeFields, schemaOptions } from './change.ts';

/** The envelope of a listing; `content` inside `live` and `draft` is checked by the catalogue. `_id` is the reference. */
export const listingSchema = new Schema(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    organisationId: { type: String, required: true },
    regionPath: { type: [String], required: true },
    visibility: { type: String, required: true, default: 'public' },
    publication: { type: String, required: true, default: 'never' },
    review: { type: String, required: true, default: 'none' },
    live: { type: Schema.Types.Mixed, default: null },
    draft: { type: Schema.Types.Mixed, default: null },
    proposal: { type: Schema.Types.Mixed, default: null },
    reviewRegionPath: { type: [String], default: [] },
    reviewLevel: { type: String, default: null },
    submittedAt: { type: Date, default: null },
    dueAt: { type: Date, default: null },
    publishedAt: { type: Date, default: null },
    confirmedAt: { type: Date, default: null },
    validUntil: { type: String, default: null },
    remindedFor: { type: String, default: null },
    patentIds: { type: [String], default: [] },
    offer: { type: Schema.Types.Mixed, default: null },
    external: { type: Schema.Types.Mixed, default: null },
    externalKey: { type: String },
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
    updatedAt: { type: Date, required: true },
    ...changeFields,
  },
  { ...schemaOptions, collection: 'listings' },
);

listingSchema.index({ kind: 1, publication: 1, publishedAt: -1 });
listingSchema.index({ publication: 1, publishedAt: -1 });
listingSchema.index({ publication: 1, regionPath: 1 });
listingSchema.index({ publication: 1, kind: 1, regionPath: 1, publishedAt: -1 });
listingSchema.index({ organisationId: 1, publication: 1, kind: 1, publishedAt: -1 });
listingSchema.index({ publication: 1, validUntil: 1 });
listingSchema.index({ publication: 1, confirmedAt: 1 });
listingSchema.index({ organisationId: 1, updatedAt: -1 });
listingSchema.index({ organisationId: 1, kind: 1, updatedAt: -1 });
listingSchema.index({ organisationId: 1, review: 1, updatedAt: -1 });
listingSchema.index({ organisationId: 1, publication: 1, publishedAt: -1 });
listingSchema.index({ organisationId: 1, publication: 1, visibility: 1, publishedAt: -1 });
listingSchema.index({ review: 1, reviewRegionPath: 1, dueAt: 1 });
listingSchema.index({ review: 1, reviewLevel: 1, reviewRegionPath: 1, dueAt: 1 });
listingSchema.index({ review: 1, dueAt: 1 });
listingSchema.index({ patentIds: 1 });
listingSchema.index({ 'offer.state': 1, publishedAt: -1 });
listingSchema.index({ 'offer.state': 1, regionPath: 1, publishedAt: -1 });
listingSchema.index({ externalKey: 1 }, { unique: true, sparse: true });
listingSchema.index({ 'pending.at': 1 });
