import type { Translate } from '../i18n/translate.ts';
import type { Language } from '../localized.ts';
import { EXTERNAL_ID_HEADERS, importColumns, type Mapping } from './importColumns.ts';
import type { Preview } from './importRunService.ts';
import type { ImportRun } from './importRunStore.ts';

const BOX = 'column.';

/** One run in a list or on its page. */
export function runPage(run: ImportRun, translate: Translate) {
  const { counts } = run;
  const share = counts.total === 0 ? 0 : Math.min(100, Math.round((counts.rows / counts.total) * 100));
  return {
    id: run._id,
    fileName: run.fileName,
    createdAt: run.createdAt,
    state: {
      tone: run.state === 'done' ? 'agreed' : run.state === 'failed' ? 'refused' : 'waiting',
      label: translate(`import:state.${run.state}`),
    },
    isDone: run.state === 'done',
    isDryRun: run.settings.isDryRun,
    share,
    figures: (['rows', 'added', 'known', 'refused'] as const).map((name) => ({
      label: translate(`import:count.${name}`),
      value: counts[name],
      unit: '',
      href: '',
      definition: '',
    })),
    hasReport: counts.refused > 0,
  };
}

/** The columns of the file with the box each fills, and its first rows. */
export function previewPage(
  run: ImportRun,
  { headers, rows, mapping, total }: Preview,
  language: Language,
  translate: Translate,
) {
  const kind = run.settings.kind ?? 'achievement';
  const options = importColumns(kind).map(({ name, headers: names }) => ({
    value: name,
    label: names[language === 'zh' ? 1 : 2] ?? name,
  }));
  const known = Object.values(mapping);
  const needed = importColumns(kind).filter(({ field }) => field.required === true);
  const missing = [...new Map(needed.map(({ field }) => [field.name, field])).values()].filter(
    (field) => !known.some((name) => name === field.name || name.startsWith(`${field.name}.`)),
  );
  return {
    id: run._id,
    fileName: run.fileName,
    total,
    columns: headers.map((header, index) => ({
      name: `${BOX}${index}`,
      header,
      value: mapping[header] ?? '',
      isIdentifier: EXTERNAL_ID_HEADERS.includes(header),
      samples: rows
        .map(({ cells }) => cells[header] ?? '')
        .filter(Boolean)
        .slice(0, 2)
        .map((text) => text.slice(0, 60)),
    })),
    headers: headers.map((header, index) => ({ name: `header.${index}`, value: header })),
    options,
    missing: missing.map((field) => field.label[language]),
    heading: translate('import:previewTitle', { file: run.fileName }),
  };
}

/** The mapping as the preview's form sends it: pairs of `header.N` and `column.N`. */
export function mappingFrom(body: Readonly<Record<string, unknown>>): Mapping {
  const pairs = Object.entries(body).filter(
    ([name, value]) => name.startsWith(BOX) && typeof value === 'string' && value !== '',
  );
  return Object.fromEntries(
    pairs.flatMap(([name, column]) => {
      const header = body[`header.${name.slice(BOX.length)}`];
      return typeof header === 'string' ? [[header, String(column)]] : [];
    }),
  );
}

/** What is wrong where, one line an issue. */
export function reportRows(
  run: Pick<ImportRun, 'errorRows'>,
  translate: Translate,
): { line: number; column: string; problem: string }[] {
  return run.errorRows.flatMap(({ line, issues }) =>
    issues.map(({ field, message, values }) => ({
      line,
      column: field,
      problem: translate(message, values),
    })),
  );
}
