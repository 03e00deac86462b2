import type { z } from 'zod';
import type { Content, ListingKind } from '../../models/records.ts';
import type { Issue } from '../errors.ts';
import type { Field, FormBody, Kind, StepName } from './field.ts';
import { inputs } from './inputs/inputs.ts';
import { achievement } from './kinds/achievement.ts';
import { demand } from './kinds/demand.ts';
import { openLicence } from './kinds/openLicence.ts';
import { patent } from './kinds/patent.ts';

/** Stamped on every version, so that content of an older catalogue can be told apart. */
export const CATALOGUE_VERSION = 1;

/** The order of the pages of the guided form. */
export const STEPS: readonly StepName[] = ['subject', 'detail', 'patents', 'terms', 'statement'];

const kinds: Record<ListingKind, Kind> = { achievement, patent, 'open-licence': openLicence, demand };

export const LISTING_KINDS = Object.keys(kinds) as ListingKind[];
export const SUPPLY_KINDS: readonly ListingKind[] = ['achievement', 'patent', 'open-licence'];

export function isListingKind(value: string): value is ListingKind {
  return Object.hasOwn(kinds, value);
}

export function kindOf(kind: ListingKind): Kind {
  return kinds[kind];
}

export function fieldsOf(kind: ListingKind): readonly Field[] {
  return kinds[kind].fields;
}

/** The pages of the guided form that have fields for this kind. */
export function stepsOf(kind: ListingKind): StepName[] {
  return STEPS.filter((step) => fieldsOf(kind).some((field) => field.step === step));
}

/** The fields of one page of the guided form. */
export function fieldsOfStep(kind: ListingKind, step: StepName): readonly Field[] {
  return fieldsOf(kind).filter((field) => field.step === step);
}

/**
 * Reads these fields from what was typed. What is wrong comes back as issues beside the values
 * that are right; an empty box gives no value.
 */
export function readContent(fields: readonly Field[], body: FormBody): { content: Content; issues: Issue[] } {
  const content: Content = {};
  const issues: Issue[] = [];
  for (const field of fields) {
    const input = inputs[field.input];
    const candidate = input.read(body, field);
    if (candidate === undefined) continue;
    const parsed = schemaOf(field).safeParse(candidate);
    if (parsed.success) content[field.name] = parsed.data;
    else issues.push(...issuesOf(field, parsed.error));
  }
  return { content, issues };
}

/** Checks stored or imported content against the catalogue; unknown fields are issues too. */
export function checkContent(kind: ListingKind, content: Content): Issue[] {
  const known = new Map(fieldsOf(kind).map((field) => [field.name, field]));
  return Object.entries(content).flatMap(([name, value]) => {
    const field = known.get(name);
    if (field === undefined) return [{ field: name, message: 'forms:unknownField' }];
    const parsed = schemaOf(field).safeParse(value);
    return parsed.success ? [] : issuesOf(field, parsed.error);
  });
}

/** The fields that are needed before a submission and have no value. */
export function missingFields(kind: ListingKind, content: Content): Field[] {
  return fieldsOf(kind).filter((field) => isRequired(field, content) && !hasValue(content[field.name]));
}

export function isRequired(field: Field, content: Content): boolean {
  return typeof field.required === 'function' ? field.required(content) : field.required === true;
}

export function hasValue(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

const schemas = new WeakMap<Field, z.ZodType>();

/** The rule of a field's value, made once: building it costs more than using it. */
function schemaOf(field: Field): z.ZodType {
  const known = schemas.get(field);
  if (known !== undefined) return known;
  const schema = inputs[field.input].schema(field);
  schemas.set(field, schema);
  return schema;
}

function issuesOf(field: Field, error: z.ZodError): Issue[] {
  return error.issues.map((issue) => ({
    field: [field.name, ...issue.path].join('.'),
    message: issue.message.includes(':') ? issue.message : 'forms:invalid',
    values: { maximum: 'maximum' in issue ? Number(issue.maximum) : (field.maximum ?? 0) },
  }));
}
