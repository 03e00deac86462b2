import { formatSize } from '../formatSize.ts';
import { frameOf, type HelperOptions } from '../frame.ts';

/** `{{size file.bytes}}`: the size of a file as people read it. */
export function size(bytes: number, options: HelperOptions): string {
  return formatSize(bytes, frameOf(options).translate);
}
