import type { Assets } from '../assets.ts';

/** `{{asset 'site.css'}}`: the address of a file of `views/assets`, which changes with its content. */
export function createAssetHelper(assets: Assets) {
  return function asset(name: string): string {
    return assets.address(name);
  };
}
