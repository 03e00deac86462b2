import Handlebars from 'handlebars';
import { currencies } from '../../vocabulary/currencies.ts';
import type { FormView } from '../formView.ts';
import type { Frame } from '../frame.ts';
import { shownChoices } from './choices.ts';
import { checkParameters, type FieldKind } from './fieldKinds.ts';

type Given = Record<string, unknown>;
type Base = ReturnType<typeof baseModel>;

/** Everything the partial of a question names, so that nothing is missing while it is rendered. */
export function fieldModel(kind: FieldKind, given: Given, shown: FormView | null, frame: Frame): object {
  checkParameters(kind, given);
  const form = shown !== null && isInScope(shown, given) ? shown : null;
  const base = baseModel(given, form, frame);
  switch (kind) {
    case 'bilingual':
      return { ...base, ...boxes(base, form, given), rows: given.rows ?? 0 };
    case 'money':
      return { ...base, ...moneyParts(base, form, given, frame) };
    case 'select':
    case 'radios':
    case 'checkboxes':
      return { ...base, ...choiceParts(base, given, frame) };
    default:
      return { ...base, ...boxParts(base, given) };
  }
}

/** What was typed into one form of a page is no value and no mistake of another form. */
export function isInScope({ scope }: FormView, given: Given): boolean {
  return scope === undefined || scope === (given.scope ?? '');
}

function baseModel(given: Given, form: FormView | null, frame: Frame) {
  const name = String(given.name);
  const id = ['field', given.scope, name].filter(Boolean).join('-');
  // A password is typed again rather than sent back.
  const value = given.type === 'password' ? '' : (given.value ?? form?.values[name] ?? '');
  const error = String(given.error ?? form?.errors[name] ?? '');
  const limit = given.maximum ? frame.translate('forms:characters', { maximum: Number(given.maximum) }) : '';
  const hint = [given.hint, limit].filter(Boolean).join(frame.language === 'zh' && given.hint ? ' ' : ' · ');
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    name,
    label: String(given.label),
    hint,
    error,
    value,
    values: (Array.isArray(value) ? value : [value]).map(String),
    isOptional: given.optional === true,
    hidesLabel: given.hideLabel === true,
    example: given.example ?? '',
    described,
    rows: given.rows ?? 5,
    state: attributes({ 'aria-describedby': described, 'aria-invalid': error ? 'true' : '' }),
  };
}

/** Attributes of the one box of a simple question. */
function boxParts(base: Base, given: Given) {
  const { type = 'text', autocomplete = '', inputmode = '', spellcheck = '', accept = '', step = '' } = given;
  return {
    type,
    unit: given.unit ?? '',
    width: given.width ?? 'full',
    isChecked: base.values.some((value) => value !== '' && value !== 'false'),
    isMultiple: given.multiple === true,
    attributes: attributes({ autocomplete, inputmode, spellcheck, accept, step }),
  };
}

function boxes(base: Base, form: FormView | null, given: Given) {
  const part = (language: 'zh' | 'en') => ({
    id: language === 'zh' ? base.id : `${base.id}.${language}`,
    name: `${base.name}.${language}`,
    value:
      form?.values[`${base.name}.${language}`] ??
      (given.value as Record<string, string> | undefined)?.[language] ??
      '',
    error: form?.errors[`${base.name}.${language}`] ?? '',
  });
  return { zh: part('zh'), en: part('en') };
}

function moneyParts(base: Base, form: FormView | null, given: Given, { language }: Frame) {
  const value = (part: string) => form?.values[`${base.name}.${part}`];
  const chosen = String(value('currency') ?? 'CNY');
  return {
    amount: value('amount') ?? base.value,
    error: base.error || (form?.errors[`${base.name}.amount`] ?? form?.errors[`${base.name}.fen`] ?? ''),
    currencyChoices:
      given.currencies === true
        ? shownChoices(currencies.entries, [chosen], `${base.id}-currency`, language)
        : [],
  };
}

function choiceParts(base: Base, given: Given, { language }: Frame) {
  if (!Array.isArray(given.options)) throw new Error(`The field ${base.name} needs options`);
  return {
    width: given.width ?? 'full',
    isInline: given.inline === true,
    placeholder: given.placeholder ?? '',
    choices: shownChoices(given.options, base.values, base.id, language),
  };
}

function attributes(given: Record<string, unknown>): Handlebars.SafeString {
  const written = Object.entries(given)
    .filter(([, value]) => value !== '' && value !== undefined)
    .map(([name, value]) => ` ${name}="${Handlebars.escapeExpression(String(value))}"`);
  return new Handlebars.SafeString(written.join(''));
}
