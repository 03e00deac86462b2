import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Actor } from '../server/accounts/actor.ts';
import { isListingKind } from '../server/catalogue/catalogue.ts';
import { createTranslator } from '../server/i18n/translate.ts';
import type { ImportCounts, ImportRefusal } from '../server/import/importService.ts';
import { countRows } from '../server/import/readRows.ts';
import { csvOf } from '../server/statistics/csv.ts';
import { findOperator, findOrganisation } from './findByName.ts';
import { openForScript } from './openForScript.ts';
import { showProgressBar } from './progressBar.ts';

const USAGE =
  'npm run import -- FILE [--as ORGANISATION] [--approve-as OPERATOR] [--kind KIND] [--source NAME] [--report FILE] [--dry-run]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    as: { type: 'string' },
    'approve-as': { type: 'string' },
    kind: { type: 'string' },
    source: { type: 'string', default: 'import' },
    report: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
});
const [path] = positionals;
const kind = values.kind ?? null;
if (path === undefined || (kind !== null && !isListingKind(kind))) {
  console.error(USAGE);
  process.exit(2);
}

/** Brings listings in from a file; they arrive as submitted, or approved when an operator is named. */
const { services, close } = await openForScript();
try {
  await run(path);
} finally {
  await close();
}

async function run(file: string): Promise<void> {
  const owner = await findOrganisation(services, values.as ?? null);
  const approver = values['approve-as'] ? await findOperator(services, values['approve-as']) : null;
  const total = await countRows(file);
  const reportPath = values.report ?? (await defaultReport(file));
  const report = openReport(reportPath);
  const counts = await services.importCommand({
    path: file,
    actor: importerOf(owner._id),
    owner,
    source: values.source,
    kind: kind !== null && isListingKind(kind) ? kind : null,
    approver,
    isDryRun: values['dry-run'],
    onProgress: (progress) => showProgress(progress, total),
    onRefusal: report.add,
  });
  await report.end();
  if (!values['dry-run']) await services.background.drain();
  process.stderr.write('\n');
  console.log(
    JSON.stringify({ ...counts, organisation: owner._id, isDryRun: values['dry-run'], report: reportPath }),
  );
}

/** Whoever runs the command acts for the organisation; the log names it as the import. */
function importerOf(organisationId: string): Actor {
  const membership = { organisationId, role: 'admin' } as const;
  return { accountId: 'import', name: 'import', language: 'zh', membership, office: null };
}

function openReport(reportPath: string) {
  const stream = createWriteStream(reportPath);
  const translate = createTranslator({ strict: false })('zh');
  stream.write(csvOf([['line', 'column', 'problem', 'problem (code)']]));
  return {
    add({ line, issues }: ImportRefusal): void {
      const lines = issues.map(({ field, message, values: parts }) => [
        String(line),
        field,
        translate(message, parts),
        message,
      ]);
      stream.write(csvOf(lines).slice(1));
    },
    end: () => new Promise((resolve) => stream.end(resolve)),
  };
}

async function defaultReport(file: string): Promise<string> {
  const folder = join(services.config.dataDirectory, 'reports');
  await mkdir(folder, { recursive: true });
  return join(folder, `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${basename(file)}.csv`);
}

function showProgress({ rows, added, refused, approved }: ImportCounts, total: number): void {
  showProgressBar(rows, total, `rows, ${added} added, ${refused} refused, ${approved} approved`);
}
