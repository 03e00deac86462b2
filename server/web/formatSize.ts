import type { Translate } from '../i18n/translate.ts';

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

export function formatSize(bytes: number, translate: Translate): string {
  if (bytes >= MEGABYTE) return translate('common:size.megabytes', { size: rounded(bytes / MEGABYTE) });
  if (bytes >= KILOBYTE) return translate('common:size.kilobytes', { size: rounded(bytes / KILOBYTE) });
  return translate('common:size.bytes', { size: bytes });
}

const rounded = (amount: number) => (amount >= 10 ? Math.round(amount) : Math.round(amount * 10) / 10);
