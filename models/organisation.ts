import { Schema } from 'mongoose';
import { changeFields, localizedText, schemaOptions } from './change.ts';

/** An institute, firm or office. `identifierKeys` are `scheme:value`, unique, so that a code has one holder. */
export const organisationSchema = new Schema(
  {
    _id: { type: String, required: true },
    name: { type: Schema.Types.Mixed, required: true },
    kind: { type: String, required: true },
    regionPath: { type: [String], required: true },
    identifiers: { type: [Schema.Types.Mixed], default: [] },
    identifierKeys: { type: [String], default: undefined },
    description: localizedText,
    website: { type: String, default: null },
    fields: { type: [String], default: [] },
    size: { type: String, default: null },
    isStateFounded: { type: Boolean, default: false },
    requiresApproval: { type: Boolean, default: false },
    units: { type: [Schema.Types.Mixed], default: [] },
    mergedInto: { type: String, default: null },
    verification: { type: String, required: true, default: 'none' },
    verifiedAt: { type: Date, default: null },
    verifiedChecks: { type: [String], default: [] },
    verificationRequestedAt: { type: Date, default: null },
    dueAt: { type: Date, default: null },
    evidence: { type: [Schema.Types.Mixed], default: [] },
    state: { type: String, required: true, default: 'active' },
    declinesSuggestions: { type: Boolean, default: undefined },
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
    updatedAt: { type: Date, required: true },
    ...changeFields,
  },
  { ...schemaOptions, collection: 'organisations' },
);

organisationSchema.index({ identifierKeys: 1 }, { unique: true, sparse: true });
organisationSchema.index({ verification: 1, dueAt: 1 });
organisationSchema.index({ verification: 1, state: 1 });
organisationSchema.index({ verification: 1, regionPath: 1, dueAt: 1 });
organisationSchema.index({ state: 1, createdAt: -1 });
organisationSchema.index({ state: 1, regionPath: 1, createdAt: -1 });
organisationSchema.index({ declinesSuggestions: 1 }, { sparse: true });
organisationSchema.index({ 'pending.at': 1 });
