import type { Issue } from '../errors.ts';
import type { Translate } from '../i18n/translate.ts';

/** What was typed, by the names of the boxes. */
export type FormValues = Record<string, string | string[]>;

/** What a form needs to be shown again: what was typed, messages by field, and a summary that links to the fields. */
export interface FormView {
  values: FormValues;
  errors: Record<string, string>;
  summary: { field: string; href: string; message: string }[];
  /** What was typed comes from a form that could not be sent because the sign-in had expired. */
  isKept: boolean;
  /** Which of several forms on the page this is about; every one when it is not said. */
  scope?: string;
}

/**
 * A form as it is shown: first, with stored values or those kept from an expired form, or again, with
 * what was typed (`request.body`) and what is wrong with it. With `labels` the summary names the fields.
 */
export function formView(
  values: Readonly<Record<string, unknown>>,
  issues: readonly Issue[],
  translate: Translate,
  kept: FormValues | null = null,
  labels: Readonly<Record<string, string>> = {},
): FormView {
  const messages = issues.map(({ field, message, values: parts }) => ({
    field,
    message: translate(message, parts),
  }));
  const labelled = (field: string, message: string) => {
    const label = labels[field] ?? labels[field.replace(/\..*$/, '')];
    return label === undefined ? message : translate('forms:labelled', { label, message });
  };
  return {
    values: kept ?? typedValues(values),
    errors: Object.fromEntries(
      messages.toReversed().map(({ field, message }) => [questionOf(field), message]),
    ),
    summary: messages.map(({ field, message }) => ({
      field,
      href: `#${boxOf(field)}`,
      message: labelled(field, message),
    })),
    isKept: kept !== null,
  };
}

/** The same for one of several forms on a page, whose questions say `scope='…'` in the view. */
export function scopedForm(form: FormView, scope: string): FormView {
  const prefix = scope === '' ? '#field-' : `#field-${scope}-`;
  const summary = form.summary.map((line) => ({ ...line, href: line.href.replace('#field-', prefix) }));
  return { ...form, summary, scope };
}

/** A problem with one entry of a list belongs to the question: `cooperation.0` to `cooperation`. */
function questionOf(field: string): string {
  return field.replace(/\.\d+$/, '');
}

/** The id of the box a problem leads to: of several boxes of one question the first carries the plain name. */
function boxOf(field: string): string {
  return `field-${questionOf(field).replace(/\.(zh|fen|amount)$/, '')}`;
}

/** Only texts and lists of texts: numbers become text, what is not there becomes nothing. */
export function typedValues(given: Readonly<Record<string, unknown>>): FormValues {
  const values: FormValues = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null) continue;
    values[name] = Array.isArray(value) ? value.map(String) : String(value);
  }
  return values;
}
