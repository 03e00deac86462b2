import { describeChanges } from './describeChanges.ts';
import { describeFacets } from './describeFacets.ts';
import { describeProbes } from './describeProbes.ts';
import { describeTexts } from './describeTexts.ts';
import type { OpenIndex } from './openedIndex.ts';

/** What every search engine has to do, the same for all. */
export function describeSearchIndex(name: string, open: OpenIndex): void {
  describe(`${name}: texts`, () => describeTexts(open));
  describe(`${name}: filters, facets and order`, () => describeFacets(open));
  describe(`${name}: changes`, () => describeChanges(open));
  describe(`${name}: probes`, () => describeProbes(open));
}
