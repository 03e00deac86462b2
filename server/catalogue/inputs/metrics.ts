import { z } from 'zod';
import { metricOperators } from '../../vocabulary/metricOperators.ts';
import type { Field, FormBody, Input } from '../field.ts';
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
export const MOST_ROWS = 20;
/** Wide enough to read back whatever a number prints itself as. */
const DECIMAL = /^[-+]?\d{1,22}(\.\d{1,25})?(e[-+]?\d{1,3})?$/i;

const decimal = z.number({ error: ({ input }) => (input === undefined ? 'forms:required' : 'forms:number') });

const row = z
  .strictObject({
    indicator: plainText(80),
    operator: z
      .string({ error: 'forms:required' })
      .refine((code) => metricOperators.has(code), { error: 'forms:unknownCode' }),
    value: decimal,
    upper: decimal.optional(),
    unit: plainText(30),
    method: plainText(200).optional(),
  })
  .refine(
    (metric) => metric.operator !== 'between' || (metric.upper !== undefined && metric.upper >= metric.value),
    {
      error: 'forms:range',
      path: ['upper'],
    },
  );

/** Rows of quantities. A row without any entry is skipped; a half-filled one is told what is missing. */
export const metrics: Input = {
  schema: () => z.array(row).max(MOST_ROWS, { error: 'forms:tooMany' }),
  read(body, field) {
    const rows = typedRows(body, field).map(readRow);
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
  show: (value, _field, language) =>
    Array.isArray(value) ? (value as Metric[]).map((metric) => showMetric(metric, language)) : [],
};

export type TypedRow = Partial<Record<(typeof METRIC_COLUMNS)[number], string>>;

/** The rows that have an entry, as typed and without the blank ones between; one more than allowed is read too. */
export function typedRows(body: FormBody, field: Pick<Field, 'name'>): TypedRow[] {
  const rows: TypedRow[] = [];
  for (let index = 0; index <= MOST_ROWS; index++) {
    const typed = METRIC_COLUMNS.map(
      (column) => [column, typedText(body, `${field.name}.${index}.${column}`)] as const,
    );
    const isFilled = typed.some(([column, value]) => value !== undefined && column !== 'operator');
    if (isFilled) rows.push(Object.fromEntries(typed.filter(([, value]) => value !== undefined)));
  }
  return rows;
}

function readRow(typed: TypedRow): Record<string, unknown> {
  const numbers = (text: string | undefined) => {
    const plain = text?.normalize('NFKC').replaceAll(/[,\s]/g, '').replace('−', '-');
    return plain !== undefined && DECIMAL.test(plain) ? Number(plain) + 0 : text;
  };
  const read = { ...typed, unit: typed.unit ?? '', value: numbers(typed.value), upper: numbers(typed.upper) };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** One metric on one line, as in "抗拉强度 ≥ 350 MPa". */
export function showMetric(metric: Metric, language: 'zh' | 'en'): string {
  const operator = metricOperators.find(metric.operator)?.symbol ?? metric.operator;
  const bounds =
    metric.operator === 'between' ? `${metric.value}–${metric.upper}` : `${operator} ${metric.value}`;
  const method = metric.method ? (language === 'zh' ? `(${metric.method})` : ` (${metric.method})`) : '';
  return `${metric.indicator} ${bounds} ${metric.unit}`.trim() + method;
}
