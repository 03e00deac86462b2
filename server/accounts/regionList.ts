import type { Language } from '../localized.ts';
import { regionLabel } from '../vocabulary/regionPath.ts';
import { regions } from '../vocabulary/regions.ts';

/** Names or codes of regions as people write them in one box; null stands for one that is not known. */
export function readRegionList(text: string): (string | null)[] {
  const parts = text.split(/[,，、;；\n]+/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))].map(findRegion);
}

/** The names of regions as they are written into that box. */
export function writeRegionList(codes: readonly string[], language: Language): string {
  return codes.map((code) => regionLabel(code, language)).join(language === 'zh' ? '、' : ', ');
}

function findRegion(text: string): string | null {
  const wanted = text.toLowerCase();
  const entry = regions.entries.find(
    ({ code, zh, en }) =>
      code === text || zh === text || zh.replace(/[省市区县]$/, '') === text || en.toLowerCase() === wanted,
  );
  return entry?.code ?? null;
}
