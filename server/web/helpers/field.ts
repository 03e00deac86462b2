import Handlebars from 'handlebars';
import type { FieldKind } from '../fields/fieldKinds.ts';
import { fieldModel, isInScope } from '../fields/fieldModel.ts';
import type { FormView } from '../formView.ts';
import { frameOf, type HelperOptions } from '../frame.ts';
import type { QuestionLabels } from './questions.ts';

type Render = (name: string, model: object, options: HelperOptions) => string;

/**
 * `{{field 'text' name='title' label=(t 'style:fields.title') hint=(t 'style:fields.titleHint')}}`: one question
 * of a form, with its value and message from `form` of the page (or `form=…`). Kinds and what each
 * takes: fields/fieldKinds.ts; an unknown parameter throws.
 */
export function createFieldHelper(render: Render, labels: QuestionLabels) {
  return function field(this: { form?: FormView }, kind: FieldKind, options: HelperOptions) {
    const { form = this.form ?? (options.data.root.form as FormView | undefined), ...given } = options.hash;
    const model = fieldModel(kind, given, form ?? null, frameOf(options));
    if (form && isInScope(form as FormView, given)) note(form as FormView, given);
    return new Handlebars.SafeString(render(`forms/${kind}`, model, options));
  };

  function note(form: FormView, { name, label }: Record<string, unknown>): void {
    const known = labels.get(form) ?? new Map<string, string>();
    labels.set(form, known.set(String(name), String(label)));
  }
}
