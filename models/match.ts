import { Schema } from 'mongoose';
import { changeFields, schemaOptions } from './change.ts';

/** One pair of supply and demand. Decisions belong to the pair, evidence to the run that computed it. `_id` is the reference. */
export const matchSchema = new Schema(
  {
    _id: { type: String, required: true },
    pairKey: { type: String, required: true },
    supply: { type: String, required: true },
    demand: { type: String, required: true },
    supplyOrganisationId: { type: String, required: true },
    demandOrganisationId: { type: String, required: true },
    state: { type: String, required: true, default: 'suggested' },
    isSilent: { type: Boolean, required: true, default: false },
    isOpen: { type: Boolean, required: true, default: true } /* both texts are live */,
    hasChanged: { type: Boolean, required: true, default: false },
    score: { type: Number, required: true },
    isBlocked: { type: Boolean, required: true, default: false },
    evidence: { type: Schema.Types.Mixed, required: true },
    regionPath: { type: [String], default: [] },
    field: { type: String, default: null },
    note: { type: String, default: null },
    dismissal: { type: Schema.Types.Mixed, default: null },
    answers: { type: Schema.Types.Mixed, default: { supply: null, demand: null } },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    decidedAt: { type: Date, default: null },
    ...changeFields,
  },
  { ...schemaOptions, collection: 'matches' },
);

matchSchema.index({ pairKey: 1 }, { unique: true });
matchSchema.index({ state: 1, decidedAt: -1 });
matchSchema.index({ state: 1, isOpen: 1, score: -1 });
matchSchema.index({ state: 1, isOpen: 1, regionPath: 1, score: -1 });
matchSchema.index({ supply: 1, state: 1, score: -1 });
matchSchema.index({ demand: 1, state: 1, score: -1 });
matchSchema.index({ supplyOrganisationId: 1, state: 1, updatedAt: -1 });
matchSchema.index({ demandOrganisationId: 1, state: 1, updatedAt: -1 });
matchSchema.index({ 'pending.at': 1 });
