import Handlebars from 'handlebars';
import type { FieldKind } from '../fields/fieldKinds.ts';
import { fieldModel } from '../fields/fieldModel.ts';
import type { FormView } from '../formView.ts';
import { frameOf, type HelperOptions } from '../frame.ts';

type Render = (name: string, model: object, options: HelperOptions) => string;

/**
 * `{{field 'text' name='title' label=(t 'style:fields.title') hint=(t 'style:fields.titleHint')}}`: one question
 * of a form, with its value and message from `form` of the page (or `form=…`). Kinds and what each
 * takes: fields/fieldKinds.ts; an unknown parameter throws.
 */
export function createFieldHelper(render: Render) {
  return function field(this: { form?: FormView }, kind: FieldKind, options: HelperOptions) {
    const { form = this.form ?? (options.data.root.form as FormView | undefined), ...given } = options.hash;
    const model = fieldModel(kind, given, form ?? null, frameOf(options));
    return new Handlebars.SafeString(render(`forms/${kind}`, model, options));
  };
}
