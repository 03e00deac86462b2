import type { SearchDocument } from '../../../search/searchIndex.ts';

/** A generator of numbers from 0 to 1 that gives the same row for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const HAN_WORDS = 20_000;
const LATIN_WORDS = 15_000;
const SYLLABLES =
  'al bor cal den er fil gen hy in ket lam mo ner or pol qui ra sen tri um ver wex yl zon'.split(' ');

export interface BenchCorpus {
  hanWord(rank: number): string;
  latinWord(rank: number): string;
  document(number: number): SearchDocument;
}

/**
 * Made-up listings in two languages: word frequencies after Zipf, titles of about six words, summaries of
 * thirty, descriptions of a hundred and fifty, nine facets, four numbers. The same number gives the same listing.
 */
export function createBenchCorpus(): BenchCorpus {
  const han = hanVocabulary();
  const latin = latinVocabulary();

  function words(random: () => number, vocabulary: string[], count: number, separator: string): string {
    const chosen: string[] = [];
    for (let index = 0; index < count; index += 1)
      chosen.push(vocabulary[zipfRank(random(), vocabulary.length)] ?? '');
    return chosen.join(separator);
  }

  return {
    hanWord: (rank) => han[rank] ?? '',
    latinWord: (rank) => latin[rank] ?? '',
    document(number) {
      const random = createRandom(number * 7919 + 1);
      const isDemand = random() < 0.3;
      const id = `${isDemand ? 'D' : 'A'}-2026-${String(number).padStart(6, '0')}X`;
      const text = (field: string, weight: number, count: number) => ({
        field,
        weight,
        zh: words(random, han, count, random() < 0.2 ? '，' : ''),
        en: words(random, latin, count, ' '),
      });
      return {
        id,
        kind: isDemand
          ? 'demand'
          : (['achievement', 'patent', 'open-licence'][Math.floor(random() * 3)] ?? 'patent'),
        revision: 1,
        texts: [
          text('title', 8, 6),
          text('summary', 4, 30),
          text('description', 1, 100 + Math.floor(random() * 100)),
        ],
        identifiers: [
          id,
          `${2010 + (number % 15)}1${String(number).padStart(7, '0')}.${number % 10}`,
          `C22C ${1 + (number % 60)}/0${number % 9}`,
        ],
        facets: facets(random),
        numbers: {
          publishedAt: 1.7e12 + number * 1000,
          confirmedAt: 1.7e12 + random() * 1e10,
          price: Math.floor(random() * 1e8),
          trl: 1 + (number % 9),
        },
      };
    },
  };
}

/** Rank of a word drawn so that the n-th word is said about 1/n as often as the first. */
function zipfRank(random: number, size: number): number {
  return Math.min(size - 1, Math.floor(size ** random) - 1);
}

function hanVocabulary(): string[] {
  const random = createRandom(11);
  const character = () => String.fromCharCode(0x4e00 + Math.floor(2500 * random() ** 1.5));
  return distinctWords(HAN_WORDS, () => Array.from({ length: random() < 0.75 ? 2 : 3 }, character).join(''));
}

function latinVocabulary(): string[] {
  const random = createRandom(13);
  const syllable = () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? 'al';
  return distinctWords(LATIN_WORDS, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join(''),
  );
}

function distinctWords(count: number, make: () => string): string[] {
  const words = new Set<string>();
  while (words.size < count) words.add(make());
  return [...words];
}

function facets(random: () => number): Record<string, string[]> {
  const one = (count: number) => String(Math.floor(count * random() ** 2));
  const section = 'ABCDEFGH'.charAt(Math.floor(random() * 8));
  const ipcClass = `${section}${10 + Math.floor(random() * 20)}`;
  const province = 10 + Math.floor(random() * 30);
  const city = `${province}${10 + Math.floor(random() * 10)}`;
  return {
    field: [one(9)],
    industry: [`C${one(31)}`],
    ipc: [section, ipcClass, `${ipcClass}${'ABC'.charAt(Math.floor(random() * 3))}`],
    trl: [one(9)],
    cooperation: [...new Set([one(6), one(6)])],
    price: [one(5)],
    licence: random() < 0.1 ? ['announced'] : [],
    region: [String(province), city],
    'organisation-kind': [one(5)],
  };
}
