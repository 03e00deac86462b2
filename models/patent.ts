import { Schema } from 'mongoose';
import { changeFields, localizedText, schemaOptions } from './change.ts';

/** A patent as a document of its own, so that what two people could claim at once is decided in one place. */
export const patentSchema = new Schema(
  {
    _id: { type: String, required: true },
    jurisdiction: { type: String, required: true },
    number: { type: String, required: true },
    publicationNumber: { type: String, default: null },
    title: localizedText,
    kind: { type: String, required: true },
    owners: { type: [Schema.Types.Mixed], default: [] } /* { organisationId } or { name } */,
    inventors: { type: [String], default: [] },
    ipc: { type: [String], default: [] },
    locarno: { type: [String], default: [] },
    filedOn: { type: String, default: null },
    grantedOn: { type: String, default: null },
    expiryOverride: { type: String, default: null },
    legalStatus: { type: String, required: true },
    isInvalidationPending: { type: Boolean, default: false },
    registerCheckedOn: { type: String, default: null },
    registerCheckedBy: { type: String, default: null },
    hasEvaluationReport: { type: Boolean, default: false },
    hasCoOwnerConsent: { type: Boolean, default: false },
    encumbrances: { type: [Schema.Types.Mixed], default: [] } /* { kind, by, since, consent } */,
    createdByOrganisationId: { type: String, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    ...changeFields,
  },
  { ...schemaOptions, collection: 'patents' },
);

patentSchema.index({ jurisdiction: 1, number: 1 }, { unique: true });
patentSchema.index({ createdByOrganisationId: 1, number: 1 });
patentSchema.index({ 'pending.at': 1 });
