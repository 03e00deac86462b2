import type { Content, ListingRecord } from '../../models/records.ts';
import { fieldsOf } from '../catalogue/catalogue.ts';
import type { Field } from '../catalogue/field.ts';
import type { Metric } from '../catalogue/inputs/metrics.ts';
import { inLanguage, type Language, type LocalizedText } from '../localized.ts';
import { metricOperators } from '../vocabulary/metricOperators.ts';
import type { SpokenText } from '../web/helpers/localized.ts';

export interface MetricRow {
  indicator: string;
  condition: string;
  method: string;
}

/** One part of the plain-language template: a text, or a table of figures. */
export interface ListingSection {
  id: string;
  heading: string;
  text: SpokenText | null;
  metrics: MetricRow[] | null;
  hasMethods: boolean;
  /** Only some readers see it; told beside the heading. */
  isRestricted: boolean;
}

/** The texts and figures of a listing in the order of its catalogue; the summary stands above them. */
export function listingSections(
  listing: ListingRecord,
  content: Content,
  language: Language,
): ListingSection[] {
  return fieldsOf(listing.kind)
    .filter((field) => content[field.name] !== undefined && isSection(field))
    .map((field) => sectionOf(field, content[field.name], language));
}

function isSection({ name, input }: Field): boolean {
  return (input === 'longText' && name !== 'summary') || input === 'metrics';
}

function sectionOf(field: Field, value: unknown, language: Language): ListingSection {
  const metrics = field.input === 'metrics' ? (value as Metric[]).map((metric) => metricRow(metric)) : null;
  return {
    id: field.name,
    heading: field.label[language],
    text: metrics === null ? inLanguage(value as LocalizedText, language) : null,
    metrics,
    hasMethods: metrics?.some(({ method }) => method !== '') ?? false,
    isRestricted: field.visibility !== 'public',
  };
}

function metricRow(metric: Metric): MetricRow {
  const bounds =
    metric.operator === 'between'
      ? `${metric.value}–${metric.upper}`
      : `${metricOperators.find(metric.operator)?.symbol ?? metric.operator} ${metric.value}`;
  return {
    indicator: metric.indicator,
    condition: `${bounds} ${metric.unit}`.trim(),
    method: metric.method ?? '',
  };
}
