import { jurisdictions } from '../vocabulary/jurisdictions.ts';
import { displayPatentNumber, parsePatentNumber } from './patentNumber.ts';

const FOREIGN_NUMBER = /^[A-Z0-9][A-Z0-9./-]{2,24}$/;

/**
 * The id of a patent, `jurisdiction-number`, from any spelling people use: `ZL 2017 1 0601862.3`,
 * `CN201710601862.3`, `CN-201710601862.3`, `EP 3456789 B1`, `US-10123456`. Chinese numbers are checked
 * with their check digit (ZC 0006-2003). Null when it is not a patent number.
 */
export function patentIdOf(typed: string): string | null {
  const text = typed.normalize('NFKC').toUpperCase().replaceAll(/\s+/g, '');
  const chinese = parsePatentNumber(text.replace(/^CN-/, 'CN'));
  if (chinese !== null) return `CN-${chinese.canonical}`;
  const jurisdiction = text.slice(0, 2);
  const number = text.slice(2).replace(/^-/, '');
  const isForeign = jurisdiction !== 'CN' && jurisdictions.has(jurisdiction) && FOREIGN_NUMBER.test(number);
  return isForeign ? `${jurisdiction}-${number}` : null;
}

/** A patent id split into its parts. */
export function splitPatentId(id: string): { jurisdiction: string; number: string } {
  return { jurisdiction: id.slice(0, 2), number: id.slice(3) };
}

/**
 * The number as people read it; Chinese numbers grouped as the office prints them, with `ZL` only
 * when it is said that the patent is granted.
 */
export function displayPatentId(id: string, grant: { isGranted?: boolean } = {}): string {
  const { jurisdiction, number } = splitPatentId(id);
  return jurisdiction === 'CN' ? displayPatentNumber(number, grant) : `${jurisdiction} ${number}`;
}

/** The kind a Chinese number says by its type digit; any other counts as an invention until described. */
export function patentKindOf(id: string): string {
  const { jurisdiction, number } = splitPatentId(id);
  return (jurisdiction === 'CN' ? parsePatentNumber(number)?.kind : null) ?? 'invention';
}
