import { frameOf, type HelperOptions } from '../frame.ts';
import { localPath } from '../localPath.ts';

/**
 * `{{link '/listings' reference 'edit' tab='files'}}`: an address in the language of the page. What
 * follows the first part is encoded, named values become the query; those without a value are left out.
 */
export function link(...given: [...unknown[], HelperOptions]): string {
  const options = given.at(-1) as HelperOptions;
  const [base, ...segments] = given.slice(0, -1).map(String);
  if (base === undefined || !base.startsWith('/'))
    throw new Error(`A link begins with a slash, not with ${base}`);
  const path = [base.replace(/\/$/, ''), ...segments.map(encodeURIComponent)].join('/');
  const query = new URLSearchParams();
  // Handlebars gives named values from the last to the first.
  for (const [name, value] of Object.entries(options.hash).reverse()) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one));
    }
  }
  return localPath(frameOf(options).language, `${path || '/'}${query.size > 0 ? `?${query}` : ''}`);
}
