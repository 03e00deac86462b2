import type { Language } from '../localized.ts';

/** The address of a page in a language: Chinese has no prefix, English `/en`. */
export function localPath(language: Language, path: string): string {
  if (language === 'zh') return path;
  return path === '/' ? '/en' : `/en${path.startsWith('/?') ? path.slice(1) : path}`;
}

/** The language an address is in, and the address without it. */
export function splitLanguage(url: string): { language: Language; path: string } {
  if (!/^\/en(?=[/?]|$)/.test(url)) return { language: 'zh', path: url };
  const rest = url.slice('/en'.length);
  return { language: 'en', path: rest.startsWith('/') ? rest : `/${rest}` };
}

/**
 * A path of this site that may be redirected to; anything else (another host, a scheme, a backslash
 * that browsers read as a slash, control characters) gives null.
 */
export function safeLocalPath(candidate: unknown): string | null {
  if (typeof candidate !== 'string' || candidate.length > 2_000) return null;
  return /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(candidate) ? candidate : null;
}
