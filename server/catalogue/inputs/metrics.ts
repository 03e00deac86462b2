import { z } from 'zod';
import { metricOperators } from '../../vocabulary/metricOperators.ts';
import type { Input } from '../field.ts';
import { plainText, typedText } from './formText.ts';

/** A target or a stated figure: indicator, operator, value (up to a second one for a range), unit, how it is tested. */
export interface Metric {
  indicator: string;
  operator: string;
  value: number;
  upper?: number;
  unit: string;
  method?: string;
}

export const METRIC_COLUMNS = ['indicator', 'operator', 'value', 'upper', 'unit', 'method'] as const;
const MOST_ROWS = 20;
const DECIMAL = /^-?\d{1,15}(\.\d{1,9})?(e-?\d{1,2})?$/i;

const decimal = z.number({ error: 'forms:number' });

const row = z
  .strictObject({
    indicator: plainText(80),
    operator: z.string({ error: 'forms:required' }).refine((code) => metricOperators.has(code), { error: 'forms:unknownCode' }),
    value: decimal,
    upper: decimal.optional(),
    unit: plainText(30),
    method: plainText(200).optional(),
  })
  .refine((metric) => metric.operator !== 'between' || (metric.upper !== undefined && metric.upper >= metric.value), {
    error: 'forms:range',
    path: ['upper'],
  });

/** Rows of quantities. A row without any entry is skipped; a half-filled one is told what is missing. */
export const metrics: Input = {
  schema: () => z.array(row).max(MOST_ROWS, { error: 'forms:tooMany' }),
  read(body, field) {
    const rows: Record<string, unknown>[] = [];
    for (let index = 0; index < MOST_ROWS; index++) {
      const typed = METRIC_COLUMNS.map((column) => [column, typedText(body, `${field.name}.${index}.${column}`)] as const);
      const filled = typed.filter(([column, value]) => value !== undefined && column !== 'operator');
      if (filled.length > 0) rows.push(readRow(Object.fromEntries(typed)));
    }
    return rows.length > 0 ? rows : undefined;
  },
  write(value, field) {
    const stored = Array.isArray(value) ? (value as Metric[]) : [];
    return Object.fromEntries(
      stored.flatMap((metric, index) =>
        METRIC_COLUMNS.map((column) => [`${field.name}.${index}.${column}`, String(metric[column] ?? '')]),
      ),
    );
  },
  show: (value, _field, language) => (Array.isArray(value) ? (value as Metric[]).map((metric) => showMetric(metric, language)) : []),
};

function readRow(typed: Record<string, string | undefined>): Record<string, unknown> {
  const numbers = (text: string | undefined) => (text !== undefined && DECIMAL.test(text) ? Number(text) : text);
  const read = { ...typed, unit: typed.unit ?? '', value: numbers(typed.value), upper: numbers(typed.upper) };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** One metric on one line, as in "抗拉强度 ≥ 350 MPa". */
export function showMetric(metric: Metric, language: 'zh' | 'en'): string {
  const operator = metricOperators.label(metric.operator, language);
  const bounds = metric.operator === 'between' ? `${metric.value}–${metric.upper}` : `${operator} ${metric.value}`;
  const method = metric.method ? (language === 'zh' ? `(${metric.method})` : ` (${metric.method})`) : '';
  return `${metric.indicator} ${bounds} ${metric.unit}`.trim() + method;
}
