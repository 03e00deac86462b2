const YUAN = 100;
const MILLION = 1_000_000 * YUAN;

export type CompanySize = 'large' | 'medium' | 'small' | 'micro';

/** From the largest class down: both figures must be reached, otherwise the next class applies. */
const INDUSTRIAL_CLASSES: readonly { size: CompanySize; staff: number; revenueFen: number }[] = [
  { size: 'large', staff: 1000, revenueFen: 400 * MILLION },
  { size: 'medium', staff: 300, revenueFen: 20 * MILLION },
  { size: 'small', staff: 20, revenueFen: 3 * MILLION },
];

/**
 * Size of an industrial enterprise by staff and yearly revenue in fen (SME classification rules of 2011). Other
 * sectors have other thresholds, so there the declared size is kept instead.
 */
export function industrialCompanySize({
  staff,
  revenueFen,
}: {
  staff: number;
  revenueFen: number;
}): CompanySize {
  const reached = INDUSTRIAL_CLASSES.find((row) => staff >= row.staff && revenueFen >= row.revenueFen);
  return reached?.size ?? 'micro';
}

/** Whether a size counts as small and medium-sized (SME). */
export function isSmallOrMedium(size: string): boolean {
  return size === 'medium' || size === 'small' || size === 'micro';
}
