import { Schema } from 'mongoose';
import { changeFields, schemaOptions } from './change.ts';

/** All that follows interest between two parties. `_id` is the reference. */
export const dealSchema = new Schema(
  {
    _id: { type: String, required: true },
    requestKind: { type: String, required: true },
    listing: { type: String, required: true },
    counterpartListing: { type: String, default: null },
    match: { type: String, default: null },
    requester: { type: Schema.Types.Mixed, required: true } /* { organisationId, accountId, isAnonymous } */,
    owner: { type: Schema.Types.Mixed, required: true } /* { organisationId, isAnonymous } */,
    organisationIds: { type: [String], required: true },
    regionPaths: { type: Schema.Types.Mixed, required: true } /* frozen at the request */,
    deskRegions: { type: [String], default: [] },
    state: { type: String, required: true, default: 'interest' },
    isOverdue: { type: Boolean, required: true, default: false },
    answers: {
      type: Schema.Types.Mixed,
      required: true,
    } /* the three questions of the expression of interest */,
    disclosures: { type: [Schema.Types.Mixed], default: [] },
    messages: { type: [Schema.Types.Mixed], default: [] },
    proposals: { type: [Schema.Types.Mixed], default: [] },
    agreement: { type: Schema.Types.Mixed, default: null },
    notice: { type: Schema.Types.Mixed, default: null } /* written notice under an announced open licence */,
    outcome: { type: Schema.Types.Mixed, default: null },
    waitingFor: { type: String, default: null },
    dueAt: { type: Date, default: null },
    remindedAt: { type: Date, default: null },
    answeredAt: { type: Date, default: null },
    submissionKey: { type: String },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    ...changeFields,
  },
  { ...schemaOptions, collection: 'deals' },
);

dealSchema.index({ organisationIds: 1, updatedAt: -1 });
dealSchema.index({ listing: 1, createdAt: -1 });
dealSchema.index({ state: 1, dueAt: 1 });
dealSchema.index({ isOverdue: 1, deskRegions: 1, dueAt: 1 });
dealSchema.index({ isOverdue: 1, dueAt: 1 });
dealSchema.index({ submissionKey: 1 }, { unique: true, sparse: true });
dealSchema.index({ 'pending.at': 1 });
