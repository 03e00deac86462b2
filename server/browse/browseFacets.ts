import type { Language } from '../localized.ts';
import { parseIpcSymbol } from '../patents/ipcSymbol.ts';
import { cooperationForms } from '../vocabulary/cooperationForms.ts';
import { freshnessBands } from '../vocabulary/freshnessBands.ts';
import { industries } from '../vocabulary/industries.ts';
import { ipcClasses } from '../vocabulary/ipcClasses.ts';
import { ipcSections } from '../vocabulary/ipcSections.ts';
import { openLicenceStates } from '../vocabulary/openLicenceStates.ts';
import { organisationKinds } from '../vocabulary/organisationKinds.ts';
import { priceForms } from '../vocabulary/priceForms.ts';
import { regions } from '../vocabulary/regions.ts';
import { technologyFields } from '../vocabulary/technologyFields.ts';
import { trlLevels } from '../vocabulary/trlLevels.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** Parameters that narrow a browse page, in the order in which they stand beside the results. */
export const FACET_PARAMETERS = [
  'field',
  'region',
  'trl',
  'cooperation',
  'price',
  'licence',
  'industry',
  'ipc',
  'organisation-kind',
  'freshness',
] as const;

export type FacetParameter = (typeof FACET_PARAMETERS)[number];

export interface BrowseFacet {
  /** Whether a value may stand in an address. */
  has(code: string): boolean;
  label(code: string, language: Language): string;
  /** The codes of the table in its order; counts follow it. Values that are not listed come last. */
  codes: readonly string[];
  /** The value one level up, for tables with levels. */
  parentOf(code: string): string | null;
  /** `table` keeps the order of the table; `count` puts the most frequent first. */
  order: 'table' | 'count';
}

const ipc: BrowseFacet = {
  has: (code) => ipcSections.has(code) || ipcClasses.has(code) || isSubclass(code),
  label: (code, language) => `${code} ${ipcTitle(code, language)}`.trim(),
  codes: [...ipcSections.codes, ...ipcClasses.codes],
  parentOf: (code) => (code.length === 4 ? code.slice(0, 3) : code.length === 3 ? code.slice(0, 1) : null),
  order: 'table',
};

/** A subclass such as `H04L` of a class that exists; titles end at the class. */
function isSubclass(code: string): boolean {
  const symbol = parseIpcSymbol(code);
  return (
    symbol !== null && symbol.canonical === code && symbol.mainGroup === null && ipcClasses.has(symbol.class)
  );
}

function ipcTitle(code: string, language: Language): string {
  const table: Vocabulary = code.length === 1 ? ipcSections : ipcClasses;
  return table.has(code) ? table.label(code, language) : '';
}

const industry: BrowseFacet = {
  ...plain(industries, 'table'),
  parentOf: (code) => industries.find(code)?.parent ?? null,
};

const region: BrowseFacet = {
  ...plain(regions, 'count'),
  parentOf: (code) => (code.length > 2 ? code.slice(0, -2) : null),
};

const trl: BrowseFacet = {
  ...plain(trlLevels, 'table'),
  label: (code, language) => `TRL ${code} ${trlLevels.label(code, language)}`,
};

export const browseFacets: Record<FacetParameter, BrowseFacet> = {
  field: plain(technologyFields, 'count'),
  region,
  trl,
  cooperation: plain(cooperationForms, 'table'),
  price: plain(priceForms, 'table'),
  licence: plain(openLicenceStates, 'table'),
  industry,
  ipc,
  'organisation-kind': plain(organisationKinds, 'table'),
  freshness: plain(freshnessBands, 'table'),
};

function plain(vocabulary: Vocabulary, order: BrowseFacet['order']): BrowseFacet {
  return {
    has: (code) => vocabulary.has(code),
    label: (code, language) => vocabulary.label(code, language),
    codes: vocabulary.codes,
    parentOf: () => null,
    order,
  };
}
