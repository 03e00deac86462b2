import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import Handlebars from 'handlebars';

/** Called by name from a template; what each takes is written with it. */
export type Helpers = Record<string, (...given: never[]) => unknown>;

/**
 * Compiles every view when the application starts, so that a broken template, an unknown helper or an
 * unknown partial stops it there. While rendering, a name that a page did not give throws.
 */
export function createTemplates({ directory, helpers }: { directory: string; helpers: Helpers }) {
  const instance = Handlebars.create();
  instance.registerHelper(helpers as Record<string, Handlebars.HelperDelegate>);
  const views = new Map<string, Handlebars.TemplateDelegate>();
  const sources = readSources(directory);
  for (const [name, source] of sources) {
    checkPartials(name, source, sources);
    const template = instance.template(compile(name, source, helpers));
    views.set(name, template);
    instance.registerPartial(name, template);
  }
  return {
    names: [...views.keys()],
    /** @throws Error when there is no such view, or a page lacks something its template names. */
    render(name: string, locals: object): string {
      const template = views.get(name);
      if (template === undefined) throw new Error(`There is no view ${name}`);
      return template(locals);
    },
    /** A partial for a helper that prepares what it needs; `@root` stays that of the page. */
    renderPartial(name: string, model: object, { data }: Handlebars.HelperOptions): string {
      const partial = views.get(name);
      if (partial === undefined) throw new Error(`There is no partial ${name}`);
      return partial(model, { data });
    },
  };
}

export type Templates = ReturnType<typeof createTemplates>;

/** Sources by name; what is under `partials/` goes without that folder. */
function readSources(directory: string): Map<string, string> {
  const files = globSync('**/*.hbs', { cwd: directory }).sort();
  return new Map(
    files.map((file) => [
      file
        .replaceAll('\\', '/')
        .replace(/^partials\//, '')
        .replace(/\.hbs$/, ''),
      readFileSync(join(directory, file), 'utf8'),
    ]),
  );
}

/** Compiled once in a process, however many applications it has: compiling is most of the work of a start. */
const compiled = new Map<string, TemplateSpecification>();

function compile(name: string, source: string, helpers: Helpers): TemplateSpecification {
  const key = JSON.stringify([name, source, Object.keys(helpers)]);
  const specification = compiled.get(key) ?? compileNew(name, source, helpers);
  compiled.set(key, specification);
  return specification;
}

/** `preventIndent`: an indented partial would push spaces into the text of a textarea. */
function compileNew(name: string, source: string, helpers: Helpers): TemplateSpecification {
  const knownHelpers = Object.fromEntries(Object.keys(helpers).map((helper) => [helper, true]));
  try {
    const code = Handlebars.precompile(source, {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers,
      preventIndent: true,
    });
    return runInThisContext(`(${code})`, { filename: `${name}.hbs` });
  } catch (error) {
    throw new Error(`The view ${name} does not compile`, { cause: error });
  }
}

function checkPartials(name: string, source: string, sources: ReadonlyMap<string, string>): void {
  const used = source.matchAll(/\{\{#?>\s*([\w/-]+)/g);
  for (const [, partial] of used) {
    if (!sources.has(partial ?? '')) throw new Error(`The view ${name} uses an unknown partial ${partial}`);
  }
}

/** What `precompile` writes and `template` reads; opaque to everybody else. */
type TemplateSpecification = Parameters<typeof Handlebars.template>[0];
