import { parseIpcSymbol } from '../../patents/ipcSymbol.ts';
import { cooperationForms } from '../../vocabulary/cooperationForms.ts';
import { industries } from '../../vocabulary/industries.ts';
import type { FieldCodes } from '../reading/inferCodes.ts';
import { WEIGHTS } from '../weights.ts';

const hasCodes = ({ ipc, industry, field }: FieldCodes) =>
  ipc.length > 0 || industry.length > 0 || field !== null;

/** How near two fields are, 0 to 1, by the finest level each classification shares; null when the demand gives none. */
export function fieldPart(demand: FieldCodes, supply: FieldCodes): number | null {
  if (!hasCodes(demand)) return null;
  const comparisons: [weight: number, likeness: number][] = [];
  if (demand.ipc.length > 0 && supply.ipc.length > 0)
    comparisons.push([0.5, nearest(demand.ipc, supply.ipc, ipcLikeness)]);
  if (demand.industry.length > 0 && supply.industry.length > 0)
    comparisons.push([0.3, nearest(demand.industry, supply.industry, industryLikeness)]);
  if (demand.field !== null && supply.field !== null)
    comparisons.push([0.2, demand.field === supply.field ? 1 : 0.1]);
  const total = comparisons.reduce((sum, [weight]) => sum + weight, 0);
  return total === 0
    ? WEIGHTS.unknown
    : comparisons.reduce((sum, [weight, likeness]) => sum + weight * likeness, 0) / total;
}

/** Whether the supply is as mature as asked; each level below costs a third. */
export function maturityPart(wanted: number | null, offered: number | null): number | null {
  if (wanted === null) return null;
  if (offered === null) return WEIGHTS.unknown;
  return Math.max(0, 1 - Math.max(0, wanted - offered) / 3);
}

/** Whether a form of cooperation is shared; related forms count half. */
export function cooperationPart(wanted: readonly string[], offered: readonly string[]): number | null {
  if (wanted.length === 0) return null;
  if (offered.length === 0) return WEIGHTS.unknown;
  if (wanted.some((form) => offered.includes(form))) return 1;
  const modes = new Set(offered.map(modeOf));
  return wanted.some((form) => modes.has(modeOf(form))) ? 0.5 : 0;
}

/** Whether the price lies within the budget, both in fen; a little above still counts a little. */
export function pricePart(budgetFen: number | null, priceFen: number | null): number | null {
  if (budgetFen === null) return null;
  if (priceFen === null) return WEIGHTS.unknown;
  if (priceFen <= budgetFen) return 1;
  if (priceFen <= budgetFen * 1.2) return 0.6;
  return priceFen <= budgetFen * 1.5 ? 0.3 : 0;
}

/** How near the two houses are: the same district, city, province or only the same country. */
export function regionPart(demand: readonly string[], supply: readonly string[]): number | null {
  if (demand.length === 0) return null;
  if (supply.length === 0) return WEIGHTS.unknown;
  const shared = demand.filter((code, level) => supply[level] === code).length;
  return [0.3, 0.7, 0.9, 1][shared] ?? 1;
}

function nearest(
  wanted: readonly string[],
  offered: readonly string[],
  likeness: (left: string, right: string) => number,
): number {
  return Math.max(...wanted.flatMap((left) => offered.map((right) => likeness(left, right))));
}

function ipcLikeness(left: string, right: string): number {
  const [one, other] = [parseIpcSymbol(left), parseIpcSymbol(right)];
  if (one === null || other === null) return left === right ? 1 : 0;
  if (one.subclass !== other.subclass) {
    if (one.class === other.class) return 0.6;
    return one.section === other.section ? 0.2 : 0;
  }
  return one.mainGroup !== null && one.mainGroup === other.mainGroup ? 1 : 0.9;
}

function industryLikeness(left: string, right: string): number {
  if (left === right || left.startsWith(right) || right.startsWith(left)) return 1;
  const [one, other] = [sectionOf(left), sectionOf(right)];
  return one !== null && one === other ? 0.25 : 0;
}

function sectionOf(code: string): string | null {
  return industries.find(code)?.parent ?? industries.find(code.slice(0, 2))?.parent ?? null;
}

function modeOf(form: string): string {
  const mode = cooperationForms.find(form)?.conversionMode ?? 'other';
  return mode === 'other' ? `other:${form.includes('develop')}` : mode;
}
