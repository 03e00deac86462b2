import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What a document or query may say beside its words. */
export interface Meta {
  kind?: string;
  ipc?: string[];
  industry?: string | string[];
  field?: string;
  region?: string;
  trl?: number;
  minTrl?: number;
  cooperation?: string[];
  priceYuan?: number;
  budgetYuan?: number;
}

export interface Entry {
  id: string;
  title: string;
  text: string;
  meta: Meta;
}

export interface Collection {
  documents: Entry[];
  queries: Entry[];
  /** By query, the grade of each judged document. */
  judgements: Map<string, Map<string, number>>;
}

/** Reads a folder in the BEIR layout; queries nobody judged are left out. */
export async function readCollection(directory: string): Promise<Collection> {
  const judgements = await readJudgements(directory);
  const documents = await readEntries(join(directory, 'corpus.jsonl'));
  const queries = await readEntries(join(directory, 'queries.jsonl'));
  return { documents, queries: queries.filter(({ id }) => judgements.has(id)), judgements };
}

async function readEntries(file: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const line of linesOf(file)) {
    const { _id, title, text, meta, metadata } = JSON.parse(line);
    entries.push({ id: String(_id), title: title ?? '', text: text ?? '', meta: meta ?? metadata ?? {} });
  }
  return entries;
}

/** Three columns (query, document, grade) or the four of TREC, with or without a heading. */
async function readJudgements(directory: string): Promise<Collection['judgements']> {
  const file = ['qrels.tsv', join('qrels', 'test.tsv')].map((name) => join(directory, name)).find(existsSync);
  if (file === undefined) throw new Error(`There is no qrels.tsv and no qrels/test.tsv in ${directory}`);
  const judgements = new Map<string, Map<string, number>>();
  for await (const line of linesOf(file)) {
    const columns = line.trim().split(line.includes('\t') ? /\t+/ : /\s+/);
    const [query, document, grade] = columns.length >= 4 ? [columns[0], columns[2], columns[3]] : columns;
    const value = Number(grade);
    if (query === undefined || document === undefined || grade === undefined || Number.isNaN(value)) continue;
    const known = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, known.set(document, value));
  }
  return judgements;
}

async function* linesOf(file: string): AsyncIterable<string> {
  for await (const line of createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line.trim() !== '') yield line.replace(/^\ufeff/, '');
  }
}
