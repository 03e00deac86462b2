import type { Field } from '../catalogue/field.ts';
import { METRIC_COLUMNS, MOST_ROWS } from '../catalogue/inputs/metrics.ts';
import { metricOperators } from '../vocabulary/metricOperators.ts';
import type { FormView } from '../web/formView.ts';
import type { FieldReader } from './fieldView.ts';

const FIRST_ROWS = 2;

/** The rows of figures: those that are filled, and at least one more to fill. */
export function metricRows(
  field: Field,
  form: FormView,
  asked: number,
  { language, translate }: FieldReader,
) {
  const filled = filledRows(field, form);
  const count = Math.min(MOST_ROWS, Math.max(filled + 1, asked, FIRST_ROWS));
  const rows = Array.from({ length: count }, (_, row) => {
    const cell = (column: (typeof METRIC_COLUMNS)[number]) => {
      const name = `${field.name}.${row}.${column}`;
      return {
        id: `field-${name}`,
        name,
        value: String(form.values[name] ?? ''),
        error: form.errors[name] ?? '',
      };
    };
    const operator = cell('operator');
    const cells = Object.fromEntries(METRIC_COLUMNS.map((column) => [column, cell(column)]));
    const operators = metricOperators.entries.map((entry) => ({
      value: entry.code,
      label: `${entry.symbol} ${entry[language]}`,
      isChosen: entry.code === (operator.value || 'ge'),
    }));
    const errors = METRIC_COLUMNS.map((column) => cell(column))
      .filter(({ error }) => error !== '')
      .map(({ id, error }) => ({ id: `${id}-error`, error }));
    return {
      number: row + 1,
      legend: translate('listings:figureRow', { number: row + 1 }),
      cells,
      operators,
      errors,
    };
  });
  return { rows, count, canAdd: count < MOST_ROWS };
}

function filledRows(field: Field, { values }: FormView): number {
  const numbers = Object.entries(values)
    .filter(
      ([name, value]) => name.startsWith(`${field.name}.`) && value !== '' && !name.endsWith('.operator'),
    )
    .map(([name]) => Number(name.split('.')[1]) + 1);
  return Math.max(0, ...numbers);
}
