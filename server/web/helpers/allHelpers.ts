import type { Assets } from '../assets.ts';
import type { Helpers } from '../templates.ts';
import { and } from './and.ts';
import { createAssetHelper } from './asset.ts';
import { concat } from './concat.ts';
import { csrf } from './csrf.ts';
import { date } from './date.ts';
import { eq } from './eq.ts';
import { createFieldHelper } from './field.ts';
import { icon } from './icon.ts';
import { link } from './link.ts';
import { list } from './list.ts';
import { localized } from './localized.ts';
import { marked } from './marked.ts';
import { money } from './money.ts';
import { not } from './not.ts';
import { number } from './number.ts';
import { or } from './or.ts';
import { paragraphs } from './paragraphs.ts';
import { size } from './size.ts';
import { t } from './t.ts';

/** Everything a template can call besides what Handlebars brings. */
export function createHelpers(
  assets: Assets,
  renderPartial: Parameters<typeof createFieldHelper>[0],
): Helpers {
  return {
    ...{
      and,
      concat,
      csrf,
      date,
      eq,
      icon,
      link,
      list,
      localized,
      marked,
      money,
      not,
      number,
      or,
      paragraphs,
      size,
      t,
    },
    asset: createAssetHelper(assets),
    field: createFieldHelper(renderPartial) as (...given: never[]) => unknown,
  };
}
