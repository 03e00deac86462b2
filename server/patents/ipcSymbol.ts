export interface IpcSymbol {
  section: string;
  /** `H04`. */
  class: string;
  /** `H04L`. */
  subclass: string;
  mainGroup: string | null;
  subgroup: string | null;
  /** `H04L 29/06`, or the subclass when no group is given. */
  canonical: string;
  /** From the section to the subclass: `['H', 'H04', 'H04L']`. */
  levels: string[];
}

const FORM = /^([A-H])(\d{2})([A-Z])(?:\s*([1-9]\d{0,3})\/(\d{2,6}))?$/;

/**
 * Reads a symbol of the International Patent Classification as people type it. Only the form is checked:
 * main group of one to four digits, subgroup of two to six. Designs are classified by Locarno instead.
 */
export function parseIpcSymbol(text: string): IpcSymbol | null {
  const folded = text.normalize('NFKC').trim().toUpperCase().replace(/\s+/g, ' ');
  const match = FORM.exec(folded);
  if (match === null) return null;
  const [, section = '', digits = '', letter = '', mainGroup = null, subgroup = null] = match;
  const ipcClass = section + digits;
  const subclass = ipcClass + letter;
  return {
    section,
    class: ipcClass,
    subclass,
    mainGroup,
    subgroup,
    canonical: mainGroup === null ? subclass : `${subclass} ${mainGroup}/${subgroup}`,
    levels: [section, ipcClass, subclass],
  };
}

/** Section, class and subclass of several symbols, each once; what is not a symbol is left out. */
export function ipcLevels(symbols: readonly string[]): string[] {
  return [...new Set(symbols.flatMap((symbol) => parseIpcSymbol(symbol)?.levels ?? []))];
}

/** Whether a text is a class of the Locarno Classification of designs, `06-01`. */
export function isLocarnoSymbol(text: string): boolean {
  return /^\d{2}-\d{2}$/.test(text.trim());
}
