import assert from 'node:assert/strict';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from '../../server/i18n/translate.ts';

const ROOT = join(import.meta.dirname, '../..');
const LOCALES = join(ROOT, 'server/i18n/locales');
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Texts = Map<string, string>;

/** All texts of a locale by `area:key`. */
function readTexts(locale: string): Texts {
  const texts: Texts = new Map();
  for (const file of readdirSync(join(LOCALES, locale))) {
    collect(
      JSON.parse(readFileSync(join(LOCALES, locale, file), 'utf8')),
      `${file.replace('.json', '')}:`,
      texts,
    );
  }
  return texts;
}

function collect(tree: Record<string, unknown>, prefix: string, texts: Texts): void {
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(prefix + name, value);
    else collect(value as Record<string, unknown>, `${prefix}${name}.`, texts);
  }
}

const chinese = readTexts('zh-CN');
const english = readTexts('en');
const stems = (texts: Texts) => new Set([...texts.keys()].map((key) => key.replace(PLURAL, '')));
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();

describe('the texts of the interface', () => {
  it('have the same keys in both languages', () => {
    const zh = stems(chinese);
    const en = stems(english);
    assert.deepEqual(
      [...zh].filter((key) => !en.has(key)),
      [],
      'in Chinese only',
    );
    assert.deepEqual(
      [...en].filter((key) => !zh.has(key)),
      [],
      'in English only',
    );
  });

  it('need no value in one language that the other does not know', () => {
    const known = new Map<string, Set<string>>();
    for (const texts of [chinese, english]) {
      for (const [key, text] of texts) {
        const stem = key.replace(PLURAL, '');
        const names = known.get(stem) ?? new Set();
        for (const name of placeholders(text)) names.add(name);
        known.set(stem, names);
      }
    }
    const unequal = [...chinese].filter(([key, text]) => {
      const other = english.get(key) ?? english.get(`${key.replace(PLURAL, '')}_other`) ?? '';
      return placeholders(text).join() !== placeholders(other).join() && !MONEY.test(key);
    });
    assert.deepEqual(
      unequal.map(([key]) => key),
      [],
    );
  });

  it('are never empty and never shout', () => {
    for (const [key, text] of [...chinese, ...english]) {
      assert.notEqual(text.trim(), '', key);
      assert.doesNotMatch(text, /[!！]/, key);
    }
  });

  it('have every English plural with its singular', () => {
    for (const key of english.keys()) {
      if (key.endsWith('_one')) assert.ok(english.has(key.replace(/_one$/, '_other')), key);
    }
  });

  it('exist for every key that views and code name', () => {
    const known = stems(chinese);
    const missing = usedKeys().filter(({ key }) => !known.has(key));
    assert.deepEqual(missing, []);
  });
});

describe('a translator', () => {
  it('puts every value where it belongs, whatever the value says', () => {
    const translator = createTranslator({ strict: true });
    const odd = '{{name}} $t(common:search) $& <b>';
    for (const [texts, language] of [[chinese, 'zh'] as const, [english, 'en'] as const]) {
      for (const [key, text] of texts) {
        const names = placeholders(text);
        if (names.length === 0 || PLURAL.test(key)) continue;
        const values = Object.fromEntries(names.map((name, at) => [name, at === 0 ? odd : `${at}`]));
        const filled = text.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '');
        assert.equal(translator(language)(key, values), filled, key);
      }
    }
  });

  it('throws for a missing key or value, but not in production', () => {
    const strict = createTranslator({ strict: true })('en');
    assert.throws(() => strict('common:nothing'), /common:nothing|nothing/);
    assert.throws(() => strict('common:pageOf', { page: 1 }), /pages/);
    const lenient = createTranslator({ strict: false })('en');
    assert.equal(lenient('common:nothing'), 'nothing');
    assert.equal(lenient('common:pageOf', { page: 1 }), 'Page 1 of ');
  });

  it('counts as the language does', () => {
    const translator = createTranslator({ strict: true });
    assert.equal(translator('en')('common:resultCount', { count: 1 }), '1 result');
    assert.equal(translator('en')('common:resultCount', { count: 12 }), '12 results');
    assert.equal(translator('zh')('common:resultCount', { count: 1 }), '共 1 条');
  });
});

/** Amounts: where the currency is part of the text in one language and a value in the other. */
const MONEY = /^common:moneyOther/;

function usedKeys(): { key: string; file: string }[] {
  const areas = new Set([...chinese.keys()].map((key) => key.split(':')[0]));
  const files = globSync(['views/**/*.hbs', 'server/**/*.ts'], { cwd: ROOT });
  return files.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/'([a-zA-Z-]+):([\w.-]*\w)'/g)]
      .filter(([, area]) => areas.has(area ?? ''))
      .map(([, area, name]) => ({ key: `${area}:${name}`, file })),
  );
}
