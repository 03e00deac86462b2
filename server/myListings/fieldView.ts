import type { Content } from '../../models/records.ts';
import { isRequired } from '../catalogue/catalogue.ts';
import type { Field } from '../catalogue/field.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Language } from '../localized.ts';
import { fieldVisibilities } from '../vocabulary/fieldVisibilities.ts';
import { industries } from '../vocabulary/industries.ts';
import { trlLevels } from '../vocabulary/trlLevels.ts';
import type { Choice } from '../web/fields/choices.ts';
import type { FormValues, FormView } from '../web/formView.ts';
import { choiceGroups } from './choiceGroups.ts';
import { metricRows } from './metricRows.ts';

export interface FieldReader {
  language: Language;
  translate: Translate;
}

interface Shown {
  content: Content;
  form: FormView;
  /** How many rows of figures the page had, when it asked for one more. */
  rows: number;
}

/** More choices than this are a list to open rather than buttons. */
const MOST_RADIOS = 6;
const FEW_LINES = 2;
const LONG_TEXT = 1000;
const SHORT = 120;

/** One question as its partial `inputs/<input>` needs it. */
export function fieldView(field: Field, { content, form, rows }: Shown, reader: FieldReader) {
  const { language, translate } = reader;
  const limit = field.maximum ?? SHORT;
  const isText = field.input === 'text' || field.input === 'longText';
  return {
    partial: `inputs/${field.input}`,
    name: field.name,
    label: field.label[language],
    hint: [field.hint?.[language] ?? '', readersNote(field, reader), isText ? limitNote(limit, reader) : '']
      .filter(Boolean)
      .join(language === 'zh' ? '' : ' '),
    example: exampleOf(field, translate),
    isOptional: !isRequired(field, content),
    lines: limit >= LONG_TEXT ? 6 : FEW_LINES,
    isOne: field.maximum === 1,
    // A radio cannot be taken back, so a question that may stay open is a list with an empty entry.
    isRadio: isRequired(field, content) && (field.vocabulary?.entries.length ?? 0) <= MOST_RADIOS,
    options: optionsOf(field, language),
    groups:
      field.vocabulary === industries
        ? choiceGroups(industries.entries, chosenOf(form.values, field.name), field.name, language)
        : null,
    figures: field.input === 'metrics' ? metricRows(field, form, rows, reader) : null,
    placeholder: translate('forms:chooseOne'),
    error: form.errors[field.name] ?? '',
  };
}

export type QuestionView = ReturnType<typeof fieldView>;

const limitNote = (limit: number, { translate }: FieldReader) =>
  translate('listings:textLimit', { zh: limit, en: limit * 3 });

/** Who will be able to read it, where that is not everybody. */
function readersNote(
  { visibility, isRedactedWhenAnonymous }: Field,
  { language, translate }: FieldReader,
): string {
  if (visibility === 'office') return '';
  if (visibility !== 'public')
    return translate('listings:readBy', { readers: fieldVisibilities.label(visibility, language) });
  return isRedactedWhenAnonymous ? translate('listings:hiddenWhenAnonymous') : '';
}

/** Fields that have an example to unfold; the texts are in the locale area `listings`. */
const WITH_EXAMPLE = [
  'title',
  'summary',
  'keywords',
  'problem',
  'solution',
  'benefit',
  'application',
  'wanted',
  'background',
  'currentState',
  'attempts',
  'constraints',
  'restrictedDetail',
  'otherTerms',
];

function exampleOf({ name }: Field, translate: Translate): string {
  return WITH_EXAMPLE.includes(name) ? translate(`listings:example.${name}`) : '';
}

function optionsOf({ vocabulary }: Field, language: Language): Choice[] {
  const isLevel = vocabulary === trlLevels;
  return (vocabulary?.entries ?? []).map((entry) => ({
    value: entry.code,
    label: isLevel ? `${entry.code} ${entry[language]}` : entry[language],
  }));
}

export function chosenOf(values: FormValues, name: string): string[] {
  const chosen = values[name];
  return chosen === undefined ? [] : [chosen].flat();
}
