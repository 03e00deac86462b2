import type { Content, ListingKind } from '../../../models/records.ts';
import { fieldsOf } from '../../catalogue/catalogue.ts';
import type { Issue } from '../../errors.ts';
import { headerKey, importColumns, type Mapping, suggestMapping } from '../../import/importColumns.ts';
import { readListingRow } from '../../import/readListingRow.ts';
import type { ImportRow } from '../../import/readRows.ts';
import type { Language, LocalizedText } from '../../localized.ts';
import { newId } from '../../newId.ts';
import type { MatchSide } from '../match.ts';
import { type MatchingText, matchingText } from '../matchingText.ts';

/** A row as matching reads it; without a text it says why there is none. */
export interface StockRow {
  line: number;
  title: string;
  text: MatchingText | null;
  /** What could not be read; the row is matched without it. `field` is the column of the file. */
  issues: Issue[];
}

/** Names of columns that lists from elsewhere have and forms do not. */
const OTHER_TITLES = ['name', '标题', '专利名称', '发明名称', '成果名称', '需求名称', '项目名称'];
const OTHER_IPC = ['IPC分类号', 'IPC', '主分类号', '分类号'];
const TEXTS = ['text', '全文', '正文', '文本', '内容', '描述', '说明', '摘要', 'abstract', 'description'];
/** Nobody reads on after so many characters, and no row may take all memory. */
const MOST_CHARACTERS = 20_000;
const TEXT_WEIGHT = 4;

/** The kind a side's rows are read as: the one with the most general fields. */
const KINDS: Record<MatchSide, ListingKind> = { supply: 'achievement', demand: 'demand' };

/** Reads the rows of a stock-take by the rules of an import, except that no text is too long and nothing is needed but words. */
export function readStockRow({ line, cells, problem }: ImportRow, side: MatchSide): StockRow {
  if (problem !== undefined)
    return { line, title: '', text: null, issues: [{ field: '', message: problem }] };
  const kind = KINDS[side];
  const mapping = stockMapping(kind, Object.keys(cells));
  const fields = new Map(importColumns(kind).map(({ name, field }) => [name, field]));
  const isText = (name: string) => ['text', 'longText'].includes(fields.get(name)?.input ?? '');
  const texts = Object.entries(mapping).filter(([, name]) => isText(name));
  const rest = Object.fromEntries(Object.entries(mapping).filter(([, name]) => !isText(name)));
  const { content, issues } = readListingRow(kind, cells, rest);
  for (const [header, name] of texts) addText(content, name.split('.')[0] ?? name, cells[header] ?? '');
  const text = matchingText({ _id: newId(), kind, regionPath: [], live: { content, number: 0 } });
  const passages = [...(text?.passages ?? []), ...plainPassages(cells, mapping)];
  const title = Object.values((content.title ?? {}) as LocalizedText)[0] ?? passages[0]?.text ?? '';
  if (text === null || !passages.some((passage) => /\p{L}{2}|\p{Script=Han}/u.test(passage.text)))
    return { line, title, text: null, issues: [...issues, { field: '', message: 'stock:noText' }] };
  return { line, title, text: { ...text, passages }, issues };
}

function stockMapping(kind: ListingKind, headers: string[]): Mapping {
  const mapping = suggestMapping(kind, headers);
  const add = (names: string[], field: string) => {
    const keys = names.map(headerKey);
    const header = headers.find((each) => mapping[each] === undefined && keys.includes(headerKey(each)));
    const isTaken = Object.values(mapping).some((name) => name.split('.')[0] === field);
    if (header !== undefined && !isTaken) mapping[header] = fieldsBox(field);
  };
  add(OTHER_TITLES, 'title');
  add(OTHER_IPC, 'ipc');
  const fields = new Set(fieldsOf(kind).map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(mapping).filter(([, name]) => fields.has(name.split('.')[0] ?? '')),
  );
}

function fieldsBox(field: string): string {
  return field === 'title' ? 'title.zh' : field;
}

/** Which language a text is in is told by its characters: a list seldom says so in its header. */
function addText(content: Content, field: string, cell: string): void {
  const text = cell.trim().slice(0, MOST_CHARACTERS);
  if (text === '') return;
  const language = languageOf(text);
  const known = (content[field] ?? {}) as LocalizedText;
  content[field] = { ...known, [language]: [known[language], text].filter(Boolean).join('\n') };
}

function plainPassages(cells: Record<string, string>, mapping: Mapping): MatchingText['passages'] {
  const keys = new Set(TEXTS.map(headerKey));
  return Object.entries(cells).flatMap(([header, cell]) => {
    const text = cell.trim().slice(0, MOST_CHARACTERS);
    if (text === '' || mapping[header] !== undefined || !keys.has(headerKey(header))) return [];
    const language = languageOf(text);
    return [
      {
        field: 'text',
        language,
        text,
        weight: TEXT_WEIGHT,
        visibility: 'public' as const,
        isRedacted: false,
      },
    ];
  });
}

function languageOf(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
}
