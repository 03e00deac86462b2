import { Schema } from 'mongoose';
import { pendingEventSchema, schemaOptions } from './change.ts';

/** The last number given out under a prefix such as `A-2026`. */
export const counterSchema = new Schema(
  { _id: { type: String, required: true }, value: { type: Number, required: true, default: 0 } },
  { ...schemaOptions, collection: 'counters' },
);

/** Who does a piece of work until when, and when it was last done. `_id` names the work. */
export const leaseSchema = new Schema(
  {
    _id: { type: String, required: true },
    holder: { type: String, default: null },
    until: { type: Date, required: true },
    lastRunAt: { type: Date, default: null },
    lastResult: { type: Schema.Types.Mixed, default: null },
  },
  { ...schemaOptions, collection: 'leases' },
);

/** Values of the installation itself: audit key, published head of the log. */
export const settingSchema = new Schema(
  { _id: { type: String, required: true }, value: { type: Schema.Types.Mixed, required: true } },
  { ...schemaOptions, collection: 'settings' },
);

/** A single-use link: mail confirmation, new password, invitation. Only the digest of the secret is kept as `_id`. */
export const tokenSchema = new Schema(
  {
    _id: { type: String, required: true },
    purpose: { type: String, required: true },
    accountId: { type: String, default: null },
    detail: { type: Schema.Types.Mixed, default: {} },
    expiresAt: { type: Date, required: true },
    usedAt: { type: Date, default: null },
  },
  { ...schemaOptions, collection: 'tokens' },
);
tokenSchema.index({ expiresAt: 1 });
tokenSchema.index({ accountId: 1, purpose: 1 });

/** How often something was done in one stretch of time by one account or address, of which only a digest is kept. */
export const limitCountSchema = new Schema(
  {
    _id: { type: String, required: true },
    count: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
  },
  { ...schemaOptions, collection: 'limitCounts' },
);
limitCountSchema.index({ expiresAt: 1 });

/** A notice in the site; `_id` is `eventId:accountId`, so that it exists once. */
export const noticeSchema = new Schema(
  {
    _id: { type: String, required: true },
    accountId: { type: String, required: true },
    at: { type: Date, required: true },
    kind: { type: String, required: true },
    values: { type: Schema.Types.Mixed, default: {} },
    path: { type: String, required: true },
    readAt: { type: Date, default: null },
    isMailed: { type: Boolean, default: false } /* or nothing to mail */,
    mailAttempts: { type: Number, default: 0 },
  },
  { ...schemaOptions, collection: 'notices' },
);
noticeSchema.index({ accountId: 1, at: -1 });
noticeSchema.index({ accountId: 1, readAt: 1 });
noticeSchema.index({ isMailed: 1, at: 1 });

/** A stored file by the digest of its bytes; `_id` is the SHA-256. */
export const fileSchema = new Schema(
  {
    _id: { type: String, required: true },
    size: { type: Number, required: true },
    mediaType: { type: String, required: true },
    createdAt: { type: Date, required: true },
  },
  { ...schemaOptions, collection: 'files' },
);
fileSchema.index({ createdAt: 1 });

/** How often a listing was looked at on a day, without persons; `_id` is `day:reference`. */
export const viewCountSchema = new Schema(
  {
    _id: { type: String, required: true },
    listing: { type: String, required: true },
    day: { type: String, required: true },
    count: { type: Number, required: true, default: 0 },
  },
  { ...schemaOptions, collection: 'viewCounts' },
);
viewCountSchema.index({ listing: 1, day: 1 });
viewCountSchema.index({ day: 1 });

/** The first day on which a listing reached each step of the funnel; a projection of the log. `_id` is the reference. */
export const funnelSchema = new Schema(
  {
    _id: { type: String, required: true },
    kind: { type: String, default: null },
    province: { type: String, default: null },
    published: { type: String },
    viewed: { type: String },
    requested: { type: String },
    answered: { type: String },
    inTalks: { type: String },
    agreed: { type: String },
  },
  { ...schemaOptions, collection: 'funnels' },
);
for (const step of ['published', 'viewed', 'requested', 'answered', 'inTalks', 'agreed']) {
  funnelSchema.index({ [step]: 1 }, { sparse: true });
}

/** One bulk import and how far it got. */
export const importRunSchema = new Schema(
  {
    _id: { type: String, required: true },
    organisationId: { type: String, required: true },
    accountId: { type: String, required: true },
    fileName: { type: String, required: true },
    fileId: { type: String, default: null },
    settings: { type: Schema.Types.Mixed, required: true },
    state: { type: String, required: true },
    counts: { type: Schema.Types.Mixed, required: true },
    errorRows: { type: [Schema.Types.Mixed], default: [] },
    createdAt: { type: Date, required: true },
    finishedAt: { type: Date, default: null },
    pending: { type: [pendingEventSchema], default: [] },
  },
  { ...schemaOptions, collection: 'importRuns' },
);
importRunSchema.index({ organisationId: 1, createdAt: -1 });
importRunSchema.index({ state: 1 });
importRunSchema.index({ 'pending.at': 1 });
