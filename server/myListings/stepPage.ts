import type { Content, ListingKind, OrganisationRecord } from '../../models/records.ts';
import type { Issue } from '../errors.ts';
import { paths } from '../paths.ts';
import { listingKinds } from '../vocabulary/listingKinds.ts';
import { type FormValues, formView } from '../web/formView.ts';
import { localPath } from '../web/localPath.ts';
import { type FieldReader, fieldView } from './fieldView.ts';
import { type FormStep, fieldGroups, fieldsOfFormStep, formStepsOf, stepAfter } from './formSteps.ts';
import { qualityChecks } from './qualityChecks.ts';
import { typedStep } from './stepForm.ts';
import { stepList, stepPath } from './stepList.ts';
import { writtenContent } from './writtenContent.ts';

export interface StepState {
  kind: ListingKind;
  step: FormStep;
  reference: string | null;
  revision: number;
  content: Content;
  owner: OrganisationRecord;
  /** Made once for a form that begins a listing; empty afterwards. */
  submissionId: string;
  /** What was typed, when the page is shown again. */
  typed: Readonly<Record<string, unknown>> | null;
  kept: FormValues | null;
  issues: readonly Issue[];
  rows: number;
  open?: Partial<Record<FormStep, number>>;
}

/** A page of the guided form, first or again. */
export function stepPage(state: StepState, reader: FieldReader) {
  const { kind, step, reference, content, typed, kept, issues } = state;
  const { language, translate } = reader;
  const fields = fieldsOfFormStep(kind, step);
  const values = typed === null ? writtenContent(fields, content) : typedStep(fields, typed);
  const labels = Object.fromEntries(fields.map((field) => [field.name, field.label[language]]));
  const form = formView(values, issues, translate, kept, labels);
  const shown = { content, form, rows: state.rows };
  const steps = formStepsOf(kind);
  return {
    kind,
    kindLabel: listingKinds.label(kind, language),
    step,
    reference: reference ?? '',
    revision: state.revision,
    submissionId: state.submissionId,
    action: localPath(
      language,
      reference === null ? `${paths.myListings}/new/${kind}` : stepPath(reference, step),
    ),
    heading: translate(`listings:step.${step}`),
    lead: translate(`listings:lead.${step === 'detail' || step === 'terms' ? `${step}-${kind}` : step}`),
    number: steps.indexOf(step) + 1,
    count: steps.length,
    steps: stepList({ kind, content, reference, current: step, open: state.open ?? {} }, reader),
    isLast: stepAfter(kind, step) === step,
    groups: fieldGroups(kind, step).map(({ group, fields: members }) => ({
      heading: translate(`listings:group.${group}`),
      fields: members.map((field) => fieldView(field, shown, reader)),
    })),
    hints: hintsOf(state, reader),
    form,
  };
}

export type StepPage = ReturnType<typeof stepPage>;

/** What could be better on this page; nothing before something is written. */
function hintsOf({ kind, step, content, owner, reference }: StepState, { language, translate }: FieldReader) {
  if (reference === null) return [];
  const fields = fieldsOfFormStep(kind, step);
  return qualityChecks({ kind, content, owner })
    .filter((check) => !check.isMet && fields.some(({ name }) => name === check.field))
    .map((check) => ({
      text: translate(`listings:quality.${check.code}`, { words: check.words }),
      label: fields.find(({ name }) => name === check.field)?.label[language] ?? '',
      href: `#field-${check.field}`,
    }));
}
