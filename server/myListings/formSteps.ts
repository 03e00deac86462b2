import type { ListingKind } from '../../models/records.ts';
import { fieldsOfStep, stepsOf } from '../catalogue/catalogue.ts';
import type { Field, StepName } from '../catalogue/field.ts';

/** The pages of the guided form: those of the catalogue, and one of its own for pictures and files. */
export type FormStep = StepName | 'files';

export function formStepsOf(kind: ListingKind): FormStep[] {
  return stepsOf(kind).flatMap((step): FormStep[] => (step === 'detail' ? ['detail', 'files'] : [step]));
}

export function findFormStep(kind: ListingKind, name: string): FormStep | null {
  return formStepsOf(kind).find((step) => step === name) ?? null;
}

/** The page after this one; the last one is followed by itself. */
export function stepAfter(kind: ListingKind, step: FormStep): FormStep {
  const steps = formStepsOf(kind);
  return steps[steps.indexOf(step) + 1] ?? step;
}

/** The questions of a page. Files are added and removed one at a time, so they are not among them. */
export function fieldsOfFormStep(kind: ListingKind, step: FormStep): Field[] {
  return step === 'files' ? [] : fieldsOfStep(kind, step).filter((field) => field.input !== 'files');
}

/** The page on which a field is answered. */
export function formStepOf({ input, step }: Field): FormStep {
  return input === 'files' ? 'files' : step;
}

/** What belongs together on a page, laid out by hand; kinds take from it what they have. */
const GROUPS: Record<FormStep, readonly (readonly [group: string, fields: readonly string[]])[]> = {
  subject: [
    ['what', ['title', 'summary']],
    ['classification', ['demandType', 'field', 'industry', 'category', 'form']],
    ['finding', ['keywords', 'ipc']],
  ],
  detail: [
    ['story', ['background', 'currentState', 'attempts', 'problem', 'solution', 'benefit']],
    ['figures', ['metrics', 'needsHelp', 'maturity']],
    ['use', ['application', 'wanted']],
  ],
  files: [],
  patents: [['numbers', ['patents']]],
  terms: [
    ['period', ['regime', 'periodFrom', 'periodTo']],
    ['conditions', ['minimumMaturity', 'deadline', 'constraints']],
    ['cooperation', ['cooperation', 'rightsPreference']],
    [
      'money',
      ['priceForm', 'paymentMode', 'price', 'royaltyBase', 'royaltyRate', 'feeBasis', 'budget', 'territory'],
    ],
    ['readers', ['visibility', 'restrictedDetail']],
  ],
  statement: [['promise', ['isNotSecret', 'isTruthful']]],
};

/** The questions of a page in groups; what no group names comes last, so that nothing is ever left out. */
export function fieldGroups(kind: ListingKind, step: FormStep): { group: string; fields: Field[] }[] {
  const all = fieldsOfFormStep(kind, step);
  const groups = GROUPS[step].map(([group, names]) => ({
    group,
    fields: names.flatMap((name) => all.filter((field) => field.name === name)),
  }));
  const named = new Set(groups.flatMap(({ fields }) => fields));
  const others = { group: 'other', fields: all.filter((field) => !named.has(field)) };
  return [...groups, others].filter(({ fields }) => fields.length > 0);
}
