import type { Content, ListingKind } from '../../models/records.ts';
import { hasValue, missingFields } from '../catalogue/catalogue.ts';
import { paths } from '../paths.ts';
import { localPath } from '../web/localPath.ts';
import type { FieldReader } from './fieldView.ts';
import { type FormStep, fieldsOfFormStep, formStepOf, formStepsOf } from './formSteps.ts';

/** The address of a page of the form of a listing. */
export function stepPath(reference: string, step: FormStep): string {
  return `${paths.myListing(reference)}/${step}`;
}

interface Progress {
  kind: ListingKind;
  content: Content;
  /** Null while nothing is stored: then only the first page exists. */
  reference: string | null;
  current: FormStep | null;
  /** Pages with something else to do, such as patents nobody described. */
  open?: Partial<Record<FormStep, number>>;
}

/** The pages of the form with how much is missing on each, for the partial `steps`. */
export function stepList(
  { kind, content, reference, current, open = {} }: Progress,
  { language, translate }: FieldReader,
) {
  const missing = missingFields(kind, content);
  return formStepsOf(kind).map((step) => {
    const count = missing.filter((field) => formStepOf(field) === step).length + (open[step] ?? 0);
    return {
      label: translate(`listings:step.${step}`),
      href: reference === null || step === current ? '' : localPath(language, stepPath(reference, step)),
      state: step === current ? 'current' : stateOf(kind, step, content, count),
      missing: count,
    };
  });
}

function stateOf(
  kind: ListingKind,
  step: FormStep,
  content: Content,
  missing: number,
): 'done' | 'missing' | 'todo' {
  if (missing > 0) return 'missing';
  const names = step === 'files' ? ['files'] : fieldsOfFormStep(kind, step).map(({ name }) => name);
  return names.some((name) => hasValue(content[name])) ? 'done' : 'todo';
}
