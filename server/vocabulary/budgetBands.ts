import { defineVocabulary } from './vocabulary.ts';

/** Bands in which a demand states its money; bounds in fen, the upper one not included, null when open. */
export const budgetBands = defineVocabulary('budgetBands', [
  { code: 'up-to-100k', zh: '10 万元以下', en: 'Below CNY 100,000', fromFen: 0, toFen: 10_000_000 },
  {
    code: '100k-500k',
    zh: '10 万—50 万元',
    en: 'CNY 100,000–500,000',
    fromFen: 10_000_000,
    toFen: 50_000_000,
  },
  {
    code: '500k-1m',
    zh: '50 万—100 万元',
    en: 'CNY 500,000–1 million',
    fromFen: 50_000_000,
    toFen: 100_000_000,
  },
  { code: '1m-5m', zh: '100 万—500 万元', en: 'CNY 1–5 million', fromFen: 100_000_000, toFen: 500_000_000 },
  {
    code: '5m-10m',
    zh: '500 万—1000 万元',
    en: 'CNY 5–10 million',
    fromFen: 500_000_000,
    toFen: 1_000_000_000,
  },
  {
    code: 'above-10m',
    zh: '1000 万元以上',
    en: 'CNY 10 million and more',
    fromFen: 1_000_000_000,
    toFen: null,
  },
  { code: 'negotiable', zh: '面议', en: 'Negotiable', fromFen: 0, toFen: null },
]);
