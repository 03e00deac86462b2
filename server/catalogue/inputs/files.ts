import { z } from 'zod';
import { attachmentKinds } from '../../vocabulary/attachmentKinds.ts';
import type { Input } from '../field.ts';
import { plainText } from './formText.ts';

/** A file that belongs to a listing; the bytes are found by `fileId`, the SHA-256 of them. */
export interface ListingFile {
  fileId: string;
  name: string;
  mediaType: string;
  size: number;
  kind: string;
  visibility: 'public' | 'signed-in' | 'parties' | 'office';
}

const file = z.strictObject({
  fileId: z.string().regex(/^[0-9a-f]{64}$/),
  name: plainText(200),
  mediaType: plainText(100),
  size: z.number().int().min(0),
  kind: z.string().refine((code) => attachmentKinds.has(code), { error: 'forms:unknownCode' }),
  visibility: z.enum(['public', 'signed-in', 'parties', 'office']),
});

/** Pictures and attachments; added and removed one at a time beside the form, never typed. */
export const files: Input = {
  schema: (field) => z.array(file).max(field.maximum ?? 20, { error: 'forms:tooMany' }),
  read: () => undefined,
  write: () => ({}),
  show: (value) => (Array.isArray(value) ? (value as ListingFile[]).map(({ name }) => name) : []),
};
