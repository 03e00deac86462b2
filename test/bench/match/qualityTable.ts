import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tokenise } from '../../../search/analysis/tokenise.ts';
import { emptyGlossary, type Glossary } from '../../../server/matching/glossary/glossary.ts';
import { type BenchResult, benchCollection } from './benchCollection.ts';
import { type Collection, readCollection } from './readCollection.ts';

const DATA = join(import.meta.dirname, 'data');
/** The final half, and the tuning half that weights and glossary were tried on. */
const HALVES = ['final/', ''];
const LANGUAGES = ['zh', 'en', 'cross'];
/** A demand of more terms than this tells a story; a short one names its need. */
const LONG = 120;

type Lengths = { long: number; short: number };

/** The table of the README: the bundled collections, ours with and without the glossary, and plain BM25. */
export async function qualityTable(glossary: Glossary): Promise<string> {
  const names = HALVES.flatMap((half) => LANGUAGES.map((language) => `${half}${language}`));
  const lines = [
    '| collection | nDCG@10 | without glossary | BM25 | recall@10 | BM25 | nDCG@10 of long / short demands | BM25 |',
    '|---|---|---|---|---|---|---|---|',
  ];
  for (const name of names.filter((each) => existsSync(join(DATA, each)))) {
    const collection = await readCollection(join(DATA, name));
    const ours = await benchCollection(collection, glossary);
    const bare = await benchCollection(collection, emptyGlossary);
    lines.push(row(name, ours, bare, lengthsOf(collection, ours)));
  }
  return lines.join('\n');
}

function row(
  name: string,
  ours: BenchResult,
  bare: BenchResult,
  by: { ours: Lengths; bm25: Lengths },
): string {
  const cells = [
    `${name} (${ours.documents} supplies, ${ours.queries} demands)`,
    shown(ours.ndcg10),
    shown(bare.ndcg10),
    shown(ours.bm25.ndcg10),
    shown(ours.recall10),
    shown(ours.bm25.recall10),
    `${shown(by.ours.long)} / ${shown(by.ours.short)}`,
    `${shown(by.bm25.long)} / ${shown(by.bm25.short)}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function lengthsOf({ queries }: Collection, { byQuery }: BenchResult): { ours: Lengths; bm25: Lengths } {
  const isLong = new Map(
    queries.map(({ id, text }) => [id, tokenise(text).filter(({ isExtra }) => !isExtra).length > LONG]),
  );
  const meanOf = (figure: 'ndcg10' | 'bm25', wanted: boolean) => {
    const chosen = byQuery.filter(({ id }) => isLong.get(id) === wanted);
    return chosen.reduce((sum, query) => sum + query[figure], 0) / Math.max(1, chosen.length);
  };
  return {
    ours: { long: meanOf('ndcg10', true), short: meanOf('ndcg10', false) },
    bm25: { long: meanOf('bm25', true), short: meanOf('bm25', false) },
  };
}

const shown = (figure: number) => figure.toFixed(3);
