export interface PublicationNumber {
  /** 1 invention, 2 utility model, 3 design. */
  type: '1' | '2' | '3';
  serial: string;
  kindCode: string;
  /** The digit of a corrected publication, or null. */
  correction: string | null;
  /** `CN101234567B`. */
  canonical: string;
  /** A publication of the grant, not of the application. */
  isGrant: boolean;
}

const FORM = /^CN\s?([1-3])(\d{6}|\d{8})\s?([ABCUYSD])(\d)?$/;

/**
 * Reads a Chinese publication number: seven digits before 2007-08, nine since, then the kind code.
 * There is no check digit, so a wrong digit goes unnoticed. Null when the form is wrong.
 */
export function parsePublicationNumber(text: string): PublicationNumber | null {
  const match = FORM.exec(text.normalize('NFKC').trim().toUpperCase());
  if (match === null) return null;
  const [, type, serial = '', kindCode = '', correction = null] = match;
  if (type !== '1' && type !== '2' && type !== '3') return null;
  const canonical = `CN${type}${serial}${kindCode}${correction ?? ''}`;
  return { type, serial, kindCode, correction, canonical, isGrant: kindCode !== 'A' };
}
