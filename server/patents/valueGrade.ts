export type ValueGrade = 'I' | 'II' | 'III' | 'IV' | 'V';

/**
 * Grade of a patent from a score of 0–100, after a local grading standard. Its bounds overlap; a score on a bound
 * belongs to the lower grade, except that 20 is still IV. Not an official valuation.
 */
export function valueGrade(score: number): ValueGrade {
  if (score > 80) return 'I';
  if (score > 60) return 'II';
  if (score > 40) return 'III';
  return score >= 20 ? 'IV' : 'V';
}
