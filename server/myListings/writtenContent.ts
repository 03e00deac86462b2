import type { Content } from '../../models/records.ts';
import type { Field } from '../catalogue/field.ts';
import { inputs } from '../catalogue/inputs/inputs.ts';

/** Stored values as the boxes of a form show them. */
export function writtenContent(
  fields: readonly Field[],
  content: Content,
): Record<string, string | string[]> {
  return Object.assign({}, ...fields.map((field) => inputs[field.input].write(content[field.name], field)));
}
