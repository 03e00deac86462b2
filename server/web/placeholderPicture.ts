import { technologyFields } from '../vocabulary/technologyFields.ts';

/** The asset that stands for a listing without a picture: a drawing of its technology field. */
export function placeholderPicture(field: string | null | undefined): string {
  return `fields/${field && technologyFields.has(field) ? field : 'general'}.svg`;
}
