import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import type { Vocabulary } from '../../../server/vocabulary/vocabulary.ts';

const FOLDER = new URL('../../../server/vocabulary/', import.meta.url);

/** Every table of codes in the folder, found by its shape. */
async function allVocabularies(): Promise<Vocabulary[]> {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));
  const modules = await Promise.all(files.map((name) => import(new URL(name, FOLDER).href)));
  return modules.flatMap((module) => Object.values(module)).filter(isVocabulary);
}

function isVocabulary(value: unknown): value is Vocabulary {
  return typeof value === 'object' && value !== null && 'entries' in value && 'label' in value;
}

describe('vocabularies', () => {
  let vocabularies: Vocabulary[] = [];
  before(async () => {
    vocabularies = await allVocabularies();
  });

  it('exist for the concepts of the field', () => {
    assert.ok(vocabularies.length > 55, `only ${vocabularies.length} found`);
  });

  it('name every code once', () => {
    for (const { name, codes } of vocabularies) assert.equal(new Set(codes).size, codes.length, name);
  });

  it('use codes that are safe in addresses and imports', () => {
    for (const { name, codes } of vocabularies) {
      for (const code of codes) assert.match(code, /^[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*$/, `${name}: ${code}`);
    }
  });

  it('have a Chinese and an English name for every code, each in its own script', () => {
    for (const { name, entries } of vocabularies) {
      for (const { code, zh, en } of entries) {
        assert.match(zh, /\p{Script=Han}/u, `${name}: ${code}`);
        assert.ok(en.length > 0, `${name}: ${code}`);
        if (name !== 'ruleSources') assert.doesNotMatch(en, /\p{Script=Han}/u, `${name}: ${code}`);
      }
    }
  });

  it('never name two codes of one table alike, apart from names the standards repeat', () => {
    const repeated = ['regions', 'industries', 'ipcClasses'];
    for (const { name, entries } of vocabularies.filter(
      (vocabulary) => !repeated.includes(vocabulary.name),
    )) {
      for (const language of ['zh', 'en'] as const) {
        const labels = entries.map((entry) => entry[language]);
        assert.equal(new Set(labels).size, labels.length, `${name} in ${language}`);
      }
    }
  });
});
