/** One thing that has several names: synonyms, words of the trade, both languages. */
export interface Concept {
  /** `#` and the first English name; stays the same when names are added. */
  id: string;
  zh: string[];
  en: string[];
  /** The topic it stands under in the glossary file. */
  topic: string;
}

/** A heading of a glossary file: what the concepts under it have in common. */
export interface Topic {
  id: string;
  zh: string;
  en: string;
  /** Where the topic stands in the classifications: for texts that give no codes. */
  ipc: string[];
  industry: string[];
  field: string | null;
}

export interface GlossaryEntries {
  concepts: Concept[];
  topics: Topic[];
}

/**
 * Reads a glossary: `## 中文 = English | IPC subclasses | industries | technology field` begins a topic, every
 * other line is one concept, Chinese names before the equals sign and English ones behind it, separated by
 * commas. Lines that begin with `//` are remarks.
 * @throws on a line that cannot be read, with its number.
 */
export function parseGlossary(text: string): GlossaryEntries {
  const concepts: Concept[] = [];
  const topics: Topic[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('//')) continue;
    const [names = '', ...codes] = line.replace(/^##\s*/, '').split('|');
    const [zh, en] = sidesOf(names);
    const [firstZh, firstEn] = [zh[0], en[0]];
    if (!firstZh || !firstEn)
      throw new Error(`Line ${index + 1} of the glossary needs names in both languages: ${line}`);
    if (line.startsWith('##')) topics.push({ id: firstEn, zh: firstZh, en: firstEn, ...codesOf(codes) });
    else concepts.push({ id: `#${firstEn}`, zh, en, topic: topics.at(-1)?.id ?? '' });
  }
  return { concepts, topics };
}

function codesOf([ipc = '', industry = '', field = '']: string[]): Pick<Topic, 'ipc' | 'industry' | 'field'> {
  return { ipc: namesOf(ipc), industry: namesOf(industry), field: field.trim() || null };
}

function sidesOf(line: string): [zh: string[], en: string[]] {
  const [zh = '', en = ''] = line.split('=');
  return [namesOf(zh), namesOf(en)];
}

function namesOf(side: string): string[] {
  return side
    .split(/[,，]/)
    .map((name) => name.trim())
    .filter(Boolean);
}
