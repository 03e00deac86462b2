import { Schema } from 'mongoose';
import { schemaOptions } from './change.ts';

/** What an embedding service made of a listing; `_id` is the reference. It can be made again from the listing. */
export const listingVectorSchema = new Schema(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true } /* of the listing */,
    model: { type: String, required: true } /* only vectors of one model can be compared */,
    key: { type: String, default: null } /* digest of model and sent text; null when nothing may be sent */,
    vector: { type: String, default: null } /* base64 of 32-bit floats, of length 1 */,
    isMatched: { type: Boolean, required: true } /* whether matching has run with this vector */,
    madeAt: { type: Date, required: true },
  },
  { ...schemaOptions, collection: 'listingVectors' },
);
listingVectorSchema.index({ madeAt: 1 });
