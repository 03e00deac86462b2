import type { Content, ListingRecord, Version } from '../../models/records.ts';
import { fieldsOf } from '../catalogue/catalogue.ts';
import type { Field, FieldVisibility } from '../catalogue/field.ts';
import type { Money } from '../catalogue/inputs/amounts.ts';
import { inputs } from '../catalogue/inputs/inputs.ts';
import type { Metric } from '../catalogue/inputs/metrics.ts';
import { LANGUAGES, type Language, type LocalizedText } from '../localized.ts';

/** A piece of a listing as matching reads it, with who may read it. */
export interface Passage {
  field: string;
  language: Language;
  text: string;
  /** The catalogue's weight: 8 for titles, 4 for summaries and keywords, less for the rest. */
  weight: number;
  visibility: FieldVisibility;
  /** Not shown where the owner is not named. */
  isRedacted: boolean;
}

/** What a listing states as codes and numbers; null or empty where it says nothing. */
export interface MatchingFacts {
  ipc: string[];
  industry: string[];
  field: string | null;
  /** The level of a supply, the lowest accepted one of a demand. */
  maturity: number | null;
  cooperation: string[];
  /** The price of a supply, the budget of a demand, in fen of CNY; 0 is free of charge. */
  priceFen: number | null;
  regionPath: string[];
  territory: string | null;
  metrics: Metric[];
}

/** All that matching knows of one version of one listing. */
export interface MatchingText {
  reference: string;
  kind: string;
  version: number;
  passages: Passage[];
  facts: MatchingFacts;
}

/** What matching reads of a listing; a row of a file is read the same way. */
export interface Readable extends Pick<ListingRecord, '_id' | 'kind' | 'regionPath'> {
  live: Pick<Version, 'content' | 'number'> | null;
}

const TEXT_ROLES = new Set(['subject', 'metrics', 'cooperation']);

/** The live version of a listing as matching reads it; null while nothing is live. */
export function matchingText(listing: Readable): MatchingText | null {
  if (listing.live === null) return null;
  const { content, number } = listing.live;
  const fields = fieldsOf(listing.kind).filter((field) => field.visibility !== 'office');
  return {
    reference: listing._id,
    kind: listing.kind,
    version: number,
    passages: fields.flatMap((field) => passagesOf(field, content)),
    facts: factsOf(listing, content),
  };
}

function passagesOf(field: Field, content: Content): Passage[] {
  const value = content[field.name];
  const isText =
    field.matching !== undefined && TEXT_ROLES.has(field.matching) && field.vocabulary === undefined;
  if (value === undefined || !isText) return [];
  const base = {
    field: field.name,
    weight: field.weight ?? 0,
    visibility: field.visibility,
    isRedacted: field.isRedactedWhenAnonymous === true,
  };
  if (field.input === 'text' || field.input === 'longText') {
    const text = value as LocalizedText;
    return LANGUAGES.flatMap((language) =>
      text[language] ? [{ ...base, language, text: text[language] }] : [],
    );
  }
  return [{ ...base, language: 'zh', text: inputs[field.input].show(value, field, 'zh').join('\n') }];
}

function factsOf(listing: Readable, content: Content): MatchingFacts {
  const maturity = Number(content.maturity ?? content.minimumMaturity ?? Number.NaN);
  return {
    ipc: strings(content.ipc),
    industry: strings(content.industry),
    field: typeof content.field === 'string' ? content.field : null,
    maturity: Number.isInteger(maturity) ? maturity : null,
    cooperation: listing.kind === 'open-licence' ? ['licence-ordinary'] : strings(content.cooperation),
    priceFen: priceOf(content),
    regionPath: listing.regionPath,
    territory: territoryOf(content.territory),
    metrics: Array.isArray(content.metrics) ? (content.metrics as Metric[]) : [],
  };
}

/** Other currencies than CNY are not compared: no rate of a day is ours to choose. */
function priceOf(content: Content): number | null {
  if (content.priceForm === 'free' || content.paymentMode === 'free') return 0;
  const money = (content.price ?? content.budget) as Money | undefined;
  return money?.currency === 'CNY' ? money.fen : null;
}

function territoryOf(value: unknown): string | null {
  const text = value as LocalizedText | undefined;
  return text?.zh ?? text?.en ?? null;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
