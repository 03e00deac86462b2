import { join } from 'node:path';
import { createAssets } from './assets.ts';
import type { HelperOptions } from './frame.ts';
import { createHelpers } from './helpers/allHelpers.ts';
import { createTemplates, type Templates } from './templates.ts';

const DIRECTORY = join(import.meta.dirname, '../../views');

/** All views and the files they load, compiled and hashed once. */
export function createViews(directory = DIRECTORY) {
  const assets = createAssets(directory);
  const renderPartial = (name: string, model: object, options: HelperOptions): string =>
    templates.renderPartial(name, model, options);
  const templates: Templates = createTemplates({
    directory,
    helpers: createHelpers(assets, renderPartial),
  });
  return { templates, assets };
}
