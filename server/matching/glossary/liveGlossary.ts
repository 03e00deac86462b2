import { createGlossary, type Glossary } from './glossary.ts';
import type { Concept } from './parseGlossary.ts';

export interface LiveGlossary extends Glossary {
  /** Changes with the office's entries, for whoever keeps what was read with them. */
  readonly version: string;
  /** Puts the office's entries in place of those before. */
  use(entries: readonly Pick<Concept, 'zh' | 'en'>[], version: string): void;
}

/** The bundled glossary with the office's entries over it, which change while the server runs. */
export function createLiveGlossary(bundled: Glossary): LiveGlossary {
  let current = bundled;
  let version = '';
  return {
    get concepts() {
      return current.concepts;
    },
    get topics() {
      return current.topics;
    },
    get version() {
      return version;
    },
    find: (id) => current.find(id),
    conceptsIn: (tokens) => current.conceptsIn(tokens),
    near: (terms) => current.near(terms),
    use(entries, newVersion) {
      const added = entries.map((entry) => conceptOf(entry, bundled.concepts));
      const concepts = [...bundled.concepts, ...added];
      current = added.length === 0 ? bundled : createGlossary({ concepts, topics: [...bundled.topics] });
      version = newVersion;
    },
  };
}

/** An entry that has a name of a bundled concept adds to it; any other is a concept of its own. */
function conceptOf({ zh, en }: Pick<Concept, 'zh' | 'en'>, bundled: readonly Concept[]): Concept {
  const names = new Set([...zh, ...en].map(folded));
  const same = bundled.find((concept) =>
    [...concept.zh, ...concept.en].some((name) => names.has(folded(name))),
  );
  return { id: same?.id ?? `#${en[0] ?? zh[0] ?? ''}`, zh: [...zh], en: [...en], topic: same?.topic ?? '' };
}

function folded(name: string): string {
  return name.toLowerCase();
}
