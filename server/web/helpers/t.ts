import type { MessageValues } from '../../errors.ts';
import { frameOf, type HelperOptions } from '../frame.ts';

/** `{{t 'style:fields.title'}}`, `{{t 'common:pageOf' page=2 pages=7}}`: a text of the interface. */
export function t(key: string, options: HelperOptions): string {
  return frameOf(options).translate(key, options.hash as MessageValues);
}
