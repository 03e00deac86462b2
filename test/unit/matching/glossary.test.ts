import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenise } from '../../../search/analysis/tokenise.ts';
import { loadGlossary } from '../../../server/matching/glossary/glossary.ts';
import { type GlossaryEntries, parseGlossary } from '../../../server/matching/glossary/parseGlossary.ts';
import { industries } from '../../../server/vocabulary/industries.ts';
import { technologyFields } from '../../../server/vocabulary/technologyFields.ts';

const DIRECTORY = join(import.meta.dirname, '../../../server/matching/glossary');

/**
 * One word of English for two things on purpose: the stem is the same, or the trades share the word. Each of
 * them has other names that tell them apart.
 */
const TWO_MEANINGS = new Set([
  'adhesive',
  'aerator',
  'anodizing',
  'compostable',
  'dyeing',
  'feeding',
  'fishing',
  'granulation',
  'hydrogen',
  'localization',
  'milking',
  'plasticizer',
  'polymeric',
  'punch',
  'sinter',
  'winding',
]);

/** Names written in Latin letters in Chinese as well. */
const LATIN_IN_CHINESE = new Set(['5G']);

const termsOf = (name: string) =>
  tokenise(name)
    .filter(({ isExtra }) => !isExtra)
    .map(({ term }) => term)
    .join(' ');

describe('the bundled glossary', () => {
  const glossary = loadGlossary();
  const files = readdirSync(DIRECTORY).filter((name) => name.endsWith('.txt'));
  const parsed = files.map((name): [string, GlossaryEntries] => [
    name,
    parseGlossary(readFileSync(join(DIRECTORY, name), 'utf8')),
  ]);

  it('has at least 1,500 entries', () => {
    assert.ok(glossary.concepts.length >= 1500, `${glossary.concepts.length} entries`);
  });

  it('names everything in both languages, each in its own writing', () => {
    for (const { id, zh, en, topic } of glossary.concepts) {
      assert.ok(zh.length > 0 && en.length > 0 && topic !== '', id);
      for (const name of zh)
        assert.ok(/\p{Script=Han}/u.test(name) || LATIN_IN_CHINESE.has(name), `${id}: ${name}`);
      for (const name of en) assert.match(name, /^[a-z0-9][a-z0-9 .,/&'()-]*$/, `${id}: ${name}`);
    }
  });

  it('leads no name to two things unless intended', () => {
    const owners = new Map<string, string>();
    for (const { id, zh, en } of glossary.concepts) {
      for (const name of [...zh, ...en]) {
        const terms = termsOf(name);
        assert.notEqual(terms, '', `${id}: nothing of "${name}" can be found`);
        const owner = owners.get(terms) ?? id;
        assert.ok(owner === id || TWO_MEANINGS.has(name), `"${name}" is ${id} and ${owner}`);
        owners.set(terms, owner);
      }
    }
  });

  it('says no entry twice', () => {
    const places = new Map<string, string>();
    for (const [file, { concepts }] of parsed) {
      for (const { id } of concepts) {
        assert.equal(places.get(id), undefined, `${id} in ${file} and ${places.get(id)}`);
        places.set(id, file);
      }
    }
  });

  it('puts its topics under codes that exist, the same in every file', () => {
    const known = new Map(glossary.topics.map((topic) => [topic.id, topic]));
    for (const [file, { topics }] of parsed) {
      for (const topic of topics) {
        assert.deepEqual(topic, known.get(topic.id), file);
        assert.ok(topic.field !== null && technologyFields.has(topic.field), `${file}: ${topic.id}`);
        assert.ok(topic.industry.length > 0 && topic.ipc.length > 0, `${file}: ${topic.id}`);
        for (const code of topic.industry) assert.ok(industries.has(code), `${file}: ${code}`);
        for (const code of topic.ipc) assert.match(code, /^[A-H]\d\d[A-Z]$/, file);
      }
    }
  });

  const SAID: [text: string, id: string][] = [
    ['铸件有冷隔，浇不足', '#cold shut'],
    ['出现缩水、飞边，跑冒滴漏严重', '#leak'],
    ['回转窑结皮、窑结圈', '#kiln ring formation'],
    ['喷丝板上毛丝多', '#broken filament'],
    ['皮带跑偏、漏料', '#material spillage'],
    ['fed-batch fermentation with low yield', '#fed-batch fermentation'],
    ['the submerged entry nozzle clogs', '#nozzle clogging'],
  ];
  for (const [text, id] of SAID) {
    it(`finds ${id} in ${text}`, () => {
      assert.ok(
        glossary.conceptsIn(tokenise(text)).some(({ concept }) => concept.id === id),
        text,
      );
    });
  }
});
