/**
 * What every question of a form takes. `value` and `error` are only given where there is no form view; `scope`
 * where a page has several forms, so that two questions of one name stay apart (see `scopedForm`).
 */
const COMMON = ['name', 'label', 'hint', 'optional', 'example', 'value', 'error', 'hideLabel', 'scope'];

/** The kinds of question, each a partial `forms/<kind>`, and what each takes besides. */
export const FIELD_KINDS = {
  text: ['type', 'autocomplete', 'inputmode', 'width', 'unit', 'maximum', 'spellcheck'],
  textarea: ['rows', 'maximum'],
  bilingual: ['rows', 'maximum'],
  select: ['options', 'placeholder', 'width'],
  radios: ['options', 'inline'],
  checkboxes: ['options', 'inline'],
  checkbox: [],
  date: ['autocomplete'],
  money: ['currencies'],
  number: ['unit', 'width', 'step'],
  file: ['accept', 'multiple'],
} as const;

export type FieldKind = keyof typeof FIELD_KINDS;

/** @throws Error naming a parameter the kind does not know, or one of `name` and `label` that is missing. */
export function checkParameters(kind: FieldKind, given: Record<string, unknown>): void {
  const known: readonly string[] | undefined = FIELD_KINDS[kind];
  if (known === undefined) throw new Error(`There is no kind of field ${kind}`);
  for (const name of Object.keys(given)) {
    if (!COMMON.includes(name) && !known.includes(name)) throw new Error(`A ${kind} field takes no ${name}`);
  }
  for (const name of ['name', 'label']) {
    if (typeof given[name] !== 'string' || given[name] === '')
      throw new Error(`A ${kind} field needs a ${name}`);
  }
}
