import { TEMPERATURE_UNITS, UNIT_FAMILIES } from './unitTable.ts';

/** A unit of measure: its family, the family's base unit, and how a value is brought to the base. */
export interface Unit {
  family: string;
  base: string;
  factor: number;
  /** Added after the factor; temperatures only. */
  offset: number;
}

/** One letter says a unit only in its proper case: 5 g is a mass, 5G a network, 3 A a current. */
const exact = new Map<string, Unit>();
const caseless = new Map<string, Unit>();

for (const [family, base, spellings] of UNIT_FAMILIES) {
  for (const [factor, names] of spellings) addUnit(names, { family, base, factor, offset: 0 });
}
for (const [factor, offset, names] of TEMPERATURE_UNITS)
  addUnit(names, { family: 'temperature', base: '°C', factor, offset });

function addUnit(names: string, unit: Unit): void {
  for (const name of names.split(' ')) {
    exact.set(name, unit);
    const folded = foldUnitName(name);
    if ([...name].length > 1 && !caseless.has(folded)) caseless.set(folded, unit);
  }
}

/** Spellings as they stand in folded text, longest first, for building patterns. */
export const unitSpellings = [...new Set([...exact.keys()].map(foldUnitName))].sort(
  (left, right) => right.length - left.length,
);

/** The unit meant by a spelling as it stands in the original text, or null. */
export function findUnit(spelling: string): Unit | null {
  const name = spelling.normalize('NFKC').replaceAll(' ', '').replaceAll('º', '°');
  return exact.get(name) ?? caseless.get(foldUnitName(name)) ?? null;
}

/** A value brought to the base unit, rounded so that 0.05 mm and 50 μm are the same number. */
export function toBase(value: number, unit: Unit): number {
  return Number((value * unit.factor + unit.offset).toPrecision(9));
}

function foldUnitName(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
