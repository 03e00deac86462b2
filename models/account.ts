import { Schema } from 'mongoose';
import { changeFields, schemaOptions } from './change.ts';

/** A person who signs in. Identifiers are `{ kind: mail | phone, value, verifiedAt }`; keys are `kind:value`, unique. */
export const accountSchema = new Schema(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    language: { type: String, required: true, default: 'zh' },
    identifiers: { type: [Schema.Types.Mixed], required: true },
    identifierKeys: { type: [String], required: true },
    passwordHash: { type: String, default: null },
    state: { type: String, required: true, default: 'unconfirmed' },
    memberships: { type: [Schema.Types.Mixed], default: [] } /* { organisationId, role, state, since } */,
    office: { type: Schema.Types.Mixed, default: null },
    isDemo: { type: Boolean, default: false },
    noticeSettings: { type: Schema.Types.Mixed, default: {} },
    lastSignInAt: { type: Date, default: null },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    ...changeFields,
  },
  { ...schemaOptions, collection: 'accounts' },
);

accountSchema.index({ identifierKeys: 1 }, { unique: true });
accountSchema.index({ 'memberships.organisationId': 1 });
accountSchema.index({ 'office.role': 1 });
accountSchema.index({ state: 1, createdAt: -1 });
accountSchema.index({ name: 1 });
accountSchema.index({ isDemo: 1, _id: 1 });
accountSchema.index({ 'pending.at': 1 });
