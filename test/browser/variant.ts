import type { Language } from '../../server/localized.ts';

/** One way of using the site. */
export interface Variant {
  language: Language;
  /** Pixels; the narrowest is the width WCAG 1.4.10 asks for. */
  width: 320 | 1280;
  hasScript: boolean;
  colorScheme?: 'light' | 'dark';
}

const LANGUAGES = ['zh', 'en'] as const;

/** A small phone without script and a desk with it, in both languages. */
export const VARIANTS: Variant[] = LANGUAGES.flatMap((language) => [
  { language, width: 320, hasScript: false },
  { language, width: 1280, hasScript: true },
]);

export function variantName({ language, width, hasScript, colorScheme = 'light' }: Variant): string {
  return `${language}, ${width} px, ${hasScript ? 'with' : 'without'} script${colorScheme === 'dark' ? ', dark' : ''}`;
}

/** For names of files. */
export function variantSlug({ language, width, colorScheme = 'light' }: Variant): string {
  return `${language}-${width}${colorScheme === 'dark' ? '-dark' : ''}`;
}
