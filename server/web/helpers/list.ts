import { frameOf, type HelperOptions } from '../frame.ts';

/** `{{list labels}}`: several short texts as one line, with the comma of the language. */
export function list(items: readonly string[], options: HelperOptions): string {
  return items.join(frameOf(options).translate('common:and'));
}
