import { Schema } from 'mongoose';
import { changeFields, schemaOptions } from './change.ts';

/** The weights of matching the office put live, one document for the installation; none while those bundled are used. */
export const matchingWeightsSchema = new Schema(
  {
    _id: { type: String, required: true },
    live: { type: Number, required: true } /* number of a version; 0 are the bundled ones */,
    versions: { type: [Schema.Types.Mixed], default: [] },
    turns: { type: [Schema.Types.Mixed], default: [] },
    ...changeFields,
  },
  { ...schemaOptions, collection: 'matchingWeights' },
);
matchingWeightsSchema.index({ 'pending.at': 1 });
