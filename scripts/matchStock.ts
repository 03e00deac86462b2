import { parseArgs } from 'node:util';
import { ApplicationError } from '../server/errors.ts';
import { createTranslator } from '../server/i18n/translate.ts';
import { countRows } from '../server/import/readRows.ts';
import type { Language } from '../server/localized.ts';
import type { MatchSide } from '../server/matching/match.ts';
import { createStockMatcher } from '../server/matching/stock/stockMatcher.ts';
import { type StockCounts, takeStock } from '../server/matching/stock/stockTake.ts';
import { openForScript } from './openForScript.ts';
import { showProgressBar } from './progressBar.ts';

const USAGE = 'npm run match:stock -- FILE [--out FILE] [--kind supply|demand] [--language zh|en] [--resume]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    kind: { type: 'string', default: 'supply' },
    language: { type: 'string', default: 'zh' },
    resume: { type: 'boolean', default: false },
  },
});
const [path] = positionals;
const isSide = (name: string): name is MatchSide => ['supply', 'demand'].includes(name);
const isLanguage = (name: string): name is Language => ['zh', 'en'].includes(name);
const { kind, language } = values;
if (path === undefined || !isSide(kind) || !isLanguage(language)) {
  console.error(USAGE);
  process.exit(2);
}

/** Holds a list of patents or needs against the market and writes, per row, matches, near misses and gaps. */
const { services, close } = await openForScript();
const translate = createTranslator({ strict: false })(language);
try {
  const out = values.out ?? `${path}.matches.csv`;
  const total = await countRows(path);
  const counts = await takeStock(createStockMatcher(services), {
    path,
    out,
    side: kind,
    isResumed: values.resume,
    speaker: { language, translate },
    onProgress: (progress) => showProgress(progress, total),
  });
  process.stderr.write('\n');
  console.log(JSON.stringify({ ...counts, out }));
} catch (error) {
  if (!(error instanceof ApplicationError)) throw error;
  console.error(translate(error.explanation, error.values));
  process.exitCode = 1;
} finally {
  await close();
}

function showProgress({ rows, match, near, gap, problem }: StockCounts, total: number): void {
  const words = `rows, ${match} matched, ${near} near, ${gap} without, ${problem} unreadable`;
  showProgressBar(rows, total, words);
}
