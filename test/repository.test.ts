import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { longFunctions } from './support/longFunctions.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const find = (...patterns: string[]) =>
  globSync(patterns, { cwd: ROOT, exclude: ['node_modules/**', 'data/**', 'coverage/**'] })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
const lines = (file: string) => read(file).trimEnd().split('\n').length;

const product = find('server/**/*.ts', 'models/**/*.ts', 'search/**/*.ts', 'scripts/*.ts');
const tests = find('test/**/*.ts');
const views = find('views/**/*.hbs');
const styles = find('views/styles/*.css');

/** Tables and texts, which are as long as what they hold. */
const isTable = (file: string) =>
  /^server\/(vocabulary|demo|catalogue\/kinds)\/|\/(icons|ruleMessages|unitTable|stopWords|openccTables\.d|queryTable)\.ts$/.test(
    file,
  );

/** Longer than 250 lines for now. The numbers may only get smaller; a file that is short enough leaves the list. */
const LONG_FILES: Record<string, number> = {};

/** Where models meet connections: the composition, copies of the store, and the demonstration. */
const NEAR_THE_MODELS = /^server\/(openServices\.ts|backup\/|demo\/|jobs\/|migrations\/)|^scripts\//;

describe('the repository', () => {
  it('has no file over 250 lines besides tables, because a longer one is read by nobody', () => {
    const long = [...product, ...tests, ...views, ...styles].filter(
      (file) => !isTable(file) && lines(file) > 250,
    );
    const grown = long
      .filter((file) => lines(file) > (LONG_FILES[file] ?? 250))
      .map((file) => `${file}: ${lines(file)}`);
    assert.deepEqual(grown, []);
    assert.deepEqual(
      Object.keys(LONG_FILES).filter((file) => !long.includes(file)),
      [],
      'short enough now: take them off the list',
    );
  });

  it('has no function over 40 lines besides factories and tables', () => {
    const long = product
      .filter((file) => !isTable(file))
      .flatMap((file) => longFunctions(read(file), 40).map((name) => `${file}: ${name}`));
    assert.deepEqual(long, []);
  });

  it('exports each thing from the file that declares it, and nothing by default', () => {
    assert.deepEqual(
      matching(
        [...product, ...tests],
        /^export (\*|\{[^}]*\}) from |^export type \{[^}]*\} from |^export default /m,
      ),
      [],
    );
  });

  it('reads the environment in one place', () => {
    assert.deepEqual(
      matching(product, /process\.env/).filter((file) => file !== 'server/config.ts'),
      [],
    );
  });

  it('has no escape from the types', () => {
    assert.deepEqual(matching([...product, ...tests], /@ts-(ignore|expect-error|nocheck)/), []);
  });

  it('keeps routes away from models', () => {
    const routes = product.filter((file) => file.endsWith('Routes.ts'));
    assert.deepEqual(matching(routes, /^import (?!type)[^;]*\/models\//m), []);
    assert.deepEqual(matching(routes, /\bmodels\.\w+\.(find|update|insert|delete|count)/), []);
  });

  it('keeps HTTP out of rules, stores and presenters', () => {
    const inside = product.filter((file) =>
      /(Service|Services|Store|Page|Visibility|Permissions|Workflow|Rules)\.ts$/.test(file),
    );
    assert.deepEqual(
      matching(inside, /from '(express|supertest|multer)'/).filter(
        (file) => file !== 'server/web/sessionStore.ts',
      ),
      [],
    );
  });

  it('opens models in stores only', () => {
    const others = product.filter(
      (file) => file.startsWith('server/') && !file.endsWith('Store.ts') && !NEAR_THE_MODELS.test(file),
    );
    assert.deepEqual(matching(others, /^import (?!type)(?!\{ type)[^;]*\/models\/(?!records)/m), []);
  });

  it('does nothing when a file is imported, but for the entry points', () => {
    const quiet = product.filter(
      (file) =>
        file !== 'server/main.ts' && !file.startsWith('scripts/') && !/[wW]orker\.ts$|Thread\.ts$/.test(file),
    );
    assert.deepEqual(matching(quiet, /^(await |void |process\.on|setInterval|setTimeout)/m), []);
  });

  it('leaves nothing for later and names no machine', () => {
    const everything = [
      ...product,
      ...tests,
      ...views,
      ...styles,
      ...find('*.md', 'docs/**/*.md', 'package.json', 'server/i18n/**/*.json'),
    ].filter((file) => file !== 'test/repository.test.ts');
    assert.deepEqual(matching(everything, /\b(TODO|FIXME|XXX|HACK)\b/), []);
    assert.deepEqual(matching(everything, /(^|["'`\s(])\/(work|home|root|Users)\//m), []);
  });
});

describe('views', () => {
  const named = new Set(product.flatMap((file) => captures(read(file), /'([a-z][\w-]*\/[\w/-]+)'/g)));
  const partials = new Set(views.flatMap((file) => captures(read(file), /\{\{#?>\s*([\w/-]+)/g)));
  const pages = views.filter((file) => !file.startsWith('views/mail/'));
  const nameOf = (file: string) => file.replace(/^views\/(partials\/)?/, '').replace(/\.hbs$/, '');

  it('that routes show exist', () => {
    const shown = product.flatMap((file) =>
      captures(read(file), /\bshow\(\s*\w+,\s*'([^']+)'/g).map((view) => ({ file, view })),
    );
    const existing = new Set(views.map(nameOf));
    assert.ok(shown.length > 0);
    assert.deepEqual(
      shown.filter(({ view }) => !existing.has(view)),
      [],
    );
  });

  it('are all shown by something', () => {
    const folders = product.flatMap((file) => captures(read(file), /`([a-z]+)\/\$\{/g));
    const isUsed = (name: string) =>
      named.has(name) || partials.has(name) || folders.some((folder) => name.startsWith(`${folder}/`));
    assert.deepEqual(
      pages.map(nameOf).filter((name) => !isUsed(name)),
      [],
    );
  });

  it('hold nothing inline and nothing unescaped', () => {
    // A block of data is never run, and its presenter writes `<` as an escape; mail programs load no sheets.
    const withoutData = (text: string) =>
      text.replace(/<script type="application\/ld\+json">\{\{\{jsonLd\}\}\}<\/script>/, '');
    const inline = /\{\{\{|\sstyle="|\son\w+="|<script(?![^>]*\bsrc=)/;
    assert.deepEqual(
      pages.filter((file) => inline.test(withoutData(read(file)))),
      [],
    );
  });

  it('send every form that changes something with the token', () => {
    const forms = views.filter((file) => /<form[^>]*method="post"/.test(read(file)));
    const without = forms.filter(
      (file) =>
        captures(read(file), /(<form[^>]*method="post")/g).length >
        captures(read(file), /(\{\{csrf\}\})/g).length,
    );
    assert.deepEqual(without, []);
  });
});

describe('package.json', () => {
  const manifest = JSON.parse(read('package.json'));

  it('names no package that nothing uses', () => {
    // axe-core stands beside its adapter.
    const awaited = ['axe-core'];
    const used = new Set(
      [...product, ...tests].flatMap((file) =>
        captures(read(file), /(?:from |import |resolve\()'(@?[\w.-]+(?:\/[\w.-]+)?)/g),
      ),
    );
    const inScripts = JSON.stringify(manifest.scripts) + read('scripts/launch.js') + read('scripts/check.ts');
    const isUsed = (name: string) =>
      name.startsWith('@types/') ||
      [...used].some((specifier) => specifier === name || specifier.startsWith(`${name}/`)) ||
      inScripts.includes(name) ||
      inScripts.includes(name.split('/').join("', '"));
    const all = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
    assert.deepEqual(
      all.filter((name) => isUsed(name) === awaited.includes(name)),
      [],
    );
  });

  it('fixes every version', () => {
    const versions = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    assert.deepEqual(
      versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version))),
      [],
    );
  });

  it('starts every program through the launcher, and each is there', () => {
    for (const [name, command] of Object.entries<string>(manifest.scripts)) {
      assert.match(command, /^exec node scripts\/launch\.js /, name);
      const file = / (\S+\.ts)/.exec(command)?.[1];
      if (file !== undefined) assert.equal(find(file).length, 1, `${name}: ${file}`);
    }
  });
});

function matching(files: readonly string[], pattern: RegExp): string[] {
  return files.filter((file) => pattern.test(read(file)));
}

function captures(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found]) => found ?? '');
}
