import Handlebars from 'handlebars';
import { frameOf, type HelperOptions } from '../frame.ts';

/** `{{csrf}}`: the hidden fields of every form that changes something. `forms/form` already has them. */
export function csrf(options: HelperOptions): Handlebars.SafeString {
  const { csrfToken, formPath } = frameOf(options);
  const escaped = Handlebars.escapeExpression(formPath);
  return new Handlebars.SafeString(
    `<input type="hidden" name="csrfToken" value="${csrfToken()}"><input type="hidden" name="formPath" value="${escaped}">`,
  );
}
