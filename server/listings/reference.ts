/** Letters and digits that are not mistaken for one another; 23 of them, so that every swap of neighbours shows. */
const CHECK_CHARACTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const REFERENCE = /^([APODMT])-(\d{4})-(\d{6,})([A-Z])$/;

/** `A-2026-000123K`: kind, year of the draft, counter, check character. Nothing about owner or place. */
export function formatReference(letter: string, year: number, counter: number): string {
  const body = `${letter}-${year}-${String(counter).padStart(6, '0')}`;
  return body + checkCharacter(body);
}

/** A reference as typed in any case and with any spacing; null when it is none or its check character is wrong. */
export function parseReference(typed: string): string | null {
  const text = typed.normalize('NFKC').toUpperCase().replaceAll(/\s+/g, '');
  const match = REFERENCE.exec(text);
  if (match === null) return null;
  const body = text.slice(0, -1);
  return checkCharacter(body) === match[4] ? text : null;
}

function checkCharacter(body: string): string {
  const characters = body.replaceAll('-', '');
  let sum = 0;
  for (const [index, character] of [...characters].entries())
    sum += (index + 2) * Number.parseInt(character, 36);
  return CHECK_CHARACTERS[sum % CHECK_CHARACTERS.length] ?? 'A';
}
