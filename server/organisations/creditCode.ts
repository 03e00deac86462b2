const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

export type CreditCodeReading =
  | { code: string; problem: null; hasOrganisationCodeWarning: boolean }
  | { code: null; problem: 'form' | 'check'; expectedCheck: string | null };

/**
 * Reads a Unified Social Credit Code (GB 32100-2015). Its own check character must be right; a wrong check
 * inside the organisation code is only a warning, because codes given before the standard can carry one.
 * The arithmetic says nothing about who holds the code.
 */
export function readCreditCode(text: string): CreditCodeReading {
  const code = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (!FORM.test(code)) return { code: null, problem: 'form', expectedCheck: null };
  const expectedCheck = creditCodeCheck(code);
  if (code.charAt(17) !== expectedCheck) return { code: null, problem: 'check', expectedCheck };
  const hasOrganisationCodeWarning = organisationCodeCheck(code.slice(8, 16)) !== code.charAt(16);
  return { code, problem: null, hasOrganisationCodeWarning };
}

/** The code in its stored form, or null when it is wrong. */
export function parseCreditCode(text: string): string | null {
  return readCreditCode(text).code;
}

/** The last of the 18 characters, computed from the 17 before. */
export function creditCodeCheck(code: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * ALPHABET.indexOf(code.charAt(index)),
    0,
  );
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** The check character of an eight-character organisation code (GB 11714), letters counting from A = 10. */
function organisationCodeCheck(body: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number.parseInt(body.charAt(index), 36),
    0,
  );
  const rest = 11 - (sum % 11);
  if (rest === 10) return 'X';
  return rest === 11 ? '0' : String(rest);
}
