import type { Content, Version } from '../../models/records.ts';
import type { ListingFile } from '../catalogue/inputs/files.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Language } from '../localized.ts';
import { paths } from '../paths.ts';
import { attachmentKinds } from '../vocabulary/attachmentKinds.ts';
import { fieldVisibilities } from '../vocabulary/fieldVisibilities.ts';

interface Reader {
  language: Language;
  translate: Translate;
}

export interface FileView {
  name: string;
  href: string;
  isPicture: boolean;
  kind: string;
  bytes: number;
  /** Who may have it; empty when everybody may. */
  visibility: string;
}

/** The address a file of a listing is downloaded from. */
export function listingFileAddress(reference: string, fileId: string): string {
  return `${paths.listing(reference)}/files/${fileId}`;
}

/** The files the reader may have. */
export function fileViews(reference: string, content: Content, { language }: Reader): FileView[] {
  return ((content.files ?? []) as ListingFile[]).map((file) => ({
    name: file.name,
    href: listingFileAddress(reference, file.fileId),
    isPicture: file.mediaType.startsWith('image/'),
    kind: attachmentKinds.label(file.kind, language),
    bytes: file.size,
    visibility: file.visibility === 'public' ? '' : fieldVisibilities.label(file.visibility, language),
  }));
}

/** How many files the reader may not have, and why, so that nobody thinks there are none; empty when all are shown. */
export function hiddenFilesText(
  version: Version,
  content: Content,
  isAnonymous: boolean,
  { translate }: Reader,
): string {
  const all = ((version.content.files ?? []) as ListingFile[]).filter((file) => file.visibility !== 'office');
  const shown = ((content.files ?? []) as ListingFile[]).filter((file) => file.visibility !== 'office');
  const hidden = all.length - shown.length;
  if (hidden <= 0) return '';
  return translate(isAnonymous ? 'listing:filesAnonymous' : 'listing:filesHidden', { count: hidden });
}
