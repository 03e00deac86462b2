import type { z } from 'zod';
import type { Content } from '../../models/records.ts';
import type { Language, LocalizedText } from '../localized.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** Who may read a field: everyone; people signed in; the parties to a deal about it; the office only. */
export type FieldVisibility = 'public' | 'signed-in' | 'parties' | 'office';

/** What a field tells the scorer of matching. */
export type MatchingRole = 'subject' | 'metrics' | 'field' | 'maturity' | 'cooperation' | 'price' | 'region';

export type BothLanguages = Required<LocalizedText>;

/** One field of a listing kind. Everything that has to know fields is derived from this. */
export interface Field {
  name: string;
  input: InputName;
  label: BothLanguages;
  hint?: BothLanguages;
  vocabulary?: Vocabulary;
  /** Needed when submitted: always, or when a named rule over the content says so. */
  required?: boolean | ((content: Content) => boolean);
  /** Longest text, or most entries of a list. */
  maximum?: number;
  visibility: FieldVisibility;
  /** A change has to pass review again. */
  isMaterial: boolean;
  /** The page of the guided form the field stands on. */
  step: StepName;
  facet?: string;
  /** Searchable, with this weight. */
  weight?: number;
  matching?: MatchingRole;
  isRedactedWhenAnonymous?: boolean;
}

export type StepName = 'subject' | 'detail' | 'patents' | 'terms' | 'statement';

export type InputName =
  | 'text'
  | 'longText'
  | 'choice'
  | 'choices'
  | 'ipcSymbols'
  | 'keywords'
  | 'money'
  | 'rate'
  | 'number'
  | 'date'
  | 'flag'
  | 'metrics'
  | 'patentNumbers'
  | 'files';

/** What was sent by a form, flat: `title.zh`, `metrics.0.unit`. */
export type FormBody = Readonly<Record<string, unknown>>;

/** A way of entering, checking and showing a value; one file each under `inputs/`. */
export interface Input {
  /** The rule for a stored value; messages are translation keys. */
  schema(field: Field): z.ZodType;
  /** From what was typed to a candidate for the schema; undefined when left empty. */
  read(body: FormBody, field: Field): unknown;
  /** From a stored value back to what the form shows. */
  write(value: unknown, field: Field): Record<string, string | string[]>;
  /** The value as plain lines for pages, comparisons and exports. */
  show(value: unknown, field: Field, language: Language): string[];
}

/** A listing kind: its letter in references and its fields in reading order. */
export interface Kind {
  kind: string;
  letter: string;
  fields: readonly Field[];
}
