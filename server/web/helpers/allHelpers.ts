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
import { createQuestionsHelper, type QuestionLabels } from './questions.ts';
import { size } from './size.ts';
import { t } from './t.ts';

/** Everything a template can call besides what Handlebars brings. */
export function createHelpers(
  assets: Assets,
  renderPartial: Parameters<typeof createFieldHelper>[0],
): Helpers {
  const labels: QuestionLabels = new WeakMap();
  const helpers: Helpers = {
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
    field: createFieldHelper(renderPartial, labels) as (...given: never[]) => unknown,
    questions: createQuestionsHelper(renderPartial, labels) as (...given: never[]) => unknown,
  };
  return Object.fromEntries(Object.entries(helpers).map(([name, helper]) => [name, withValue(name, helper)]));
}

/** A helper hides a property of its name: `{{size}}` would call the helper without a value, so that throws. */
function withValue(name: string, helper: Helpers[string]): Helpers[string] {
  return function (this: unknown, ...given: never[]) {
    if (given.length < 2 && name !== 'csrf')
      throw new Error(`The helper ${name} needs a value; a property is {{this.${name}}}`);
    return helper.apply(this, given);
  };
}
