import Handlebars from 'handlebars';
import type { FormView } from '../formView.ts';
import { frameOf, type HelperOptions } from '../frame.ts';

type Render = (name: string, model: object, options: HelperOptions) => string;

/** What the questions of a form are called, noted while they are rendered. */
export type QuestionLabels = WeakMap<FormView, Map<string, string>>;

/**
 * `{{#questions (lookup . 'form')}}…{{/questions}}`: a form under its error summary. The summary comes first but is
 * rendered last, so that its lines can name the questions as the view does.
 */
export function createQuestionsHelper(render: Render, labels: QuestionLabels) {
  return function questions(this: object, form: FormView | null | undefined, options: HelperOptions) {
    const asked = options.fn(this);
    if (!form) return new Handlebars.SafeString(asked);
    const named = { ...form, summary: form.summary.map((line) => nameLine(line, form, options)) };
    return new Handlebars.SafeString(render('forms/summary', { form: named }, options) + asked);
  };

  function nameLine(line: FormView['summary'][number], form: FormView, options: HelperOptions) {
    const isNamed = !Object.values(form.errors).includes(line.message);
    const known = labels.get(form);
    const label = known?.get(line.field) ?? known?.get(line.field.replace(/\..*$/, ''));
    if (isNamed || label === undefined) return line;
    const message = frameOf(options).translate('forms:labelled', { label, message: line.message });
    return { ...line, message };
  }
}
