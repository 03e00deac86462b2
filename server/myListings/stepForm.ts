import { z } from 'zod';
import type { Content, ListingKind } from '../../models/records.ts';
import { readContent } from '../catalogue/catalogue.ts';
import type { Field, FormBody } from '../catalogue/field.ts';
import { METRIC_COLUMNS, MOST_ROWS, typedRows } from '../catalogue/inputs/metrics.ts';
import { badRequest, type Issue } from '../errors.ts';
import { patentLineIssues } from '../patents/patentLineIssues.ts';
import { type FormStep, fieldsOfFormStep } from './formSteps.ts';

/** What a page of the form is asked to do: save and go on, save and stop, or show one more row. */
export const STEP_ACTIONS = ['next', 'save', 'add-row', 'submit', 'propose'] as const;

export const stepEnvelope = z.object({
  revision: z.coerce.number().int().min(0).max(1e9).default(0),
  action: z.enum(STEP_ACTIONS).default('save'),
  rows: z.coerce.number().int().min(0).max(MOST_ROWS).catch(0),
  submissionId: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
});

export type StepEnvelope = z.infer<typeof stepEnvelope>;

/** @throws badRequest for what no form of ours sends. */
export function readEnvelope(body: unknown): StepEnvelope {
  const parsed = stepEnvelope.safeParse(body);
  if (!parsed.success) throw badRequest('errors:malformedBody');
  return parsed.data;
}

/** What a page of the form would write: every question of the page, those left empty as undefined. */
export function readStep(
  kind: ListingKind,
  step: FormStep,
  body: FormBody,
): { changes: Content; issues: Issue[] } {
  const fields = fieldsOfFormStep(kind, step);
  const { content, issues } = readContent(fields, body);
  const changes = Object.fromEntries(fields.map(({ name }) => [name, content[name]]));
  return { changes, issues: shownIssues(fields, issues, body) };
}

/** Inputs typed into one box: what is wrong with an entry is said at the box. */
const ONE_BOX = ['choices', 'ipcSymbols', 'keywords', 'money'];

/** Moves each message to a box that is on the page, and says of patent numbers what exactly is wrong. */
function shownIssues(fields: readonly Field[], issues: readonly Issue[], body: FormBody): Issue[] {
  const shown = issues.flatMap((issue): Issue[] => {
    const field = fields.find(({ name }) => issue.field === name || issue.field.startsWith(`${name}.`));
    if (field?.input === 'patentNumbers' && issue.field !== field.name)
      return patentLineIssues(field.name, body[field.name]);
    return [{ ...issue, field: field && ONE_BOX.includes(field.input) ? field.name : issue.field }];
  });
  return shown.filter((issue, index) => shown.findIndex((other) => same(other, issue)) === index);
}

const same = (one: Issue, other: Issue) =>
  one.field === other.field && one.message === other.message && one.values?.number === other.values?.number;

/** What was typed, with the rows of figures closed up, so that messages stand beside the right row. */
export function typedStep(fields: readonly Field[], body: FormBody): Record<string, unknown> {
  const figures = fields.filter(({ input }) => input === 'metrics');
  const others = Object.entries(body).filter(
    ([name]) => !figures.some((field) => name.startsWith(`${field.name}.`)),
  );
  const rows = figures.flatMap((field) =>
    typedRows(body, field).flatMap((row, index) =>
      METRIC_COLUMNS.map((column) => [`${field.name}.${index}.${column}`, row[column] ?? ''] as const),
    ),
  );
  return Object.fromEntries([...others, ...rows]);
}
