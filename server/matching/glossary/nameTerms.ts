import { tokenise } from '../../../search/analysis/tokenise.ts';

/** Names stay while the office adds others, so that reading each once makes a new glossary quick. */
const termsByName = new Map<string, string[]>();

/** The terms of one name, as the analysis makes them. */
export function termsOf(name: string): string[] {
  let terms = termsByName.get(name);
  if (terms === undefined) {
    terms = tokenise(name)
      .filter(({ isExtra }) => !isExtra)
      .map(({ term }) => term);
    termsByName.set(name, terms);
  }
  return terms;
}
