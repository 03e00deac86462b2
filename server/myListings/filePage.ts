import type { ListingFile } from '../catalogue/inputs/files.ts';
import type { Issue } from '../errors.ts';
import { acceptedExtensions } from '../files/fileKind.ts';
import { listingFileAddress } from '../listings/listingPageFiles.ts';
import { attachmentKinds } from '../vocabulary/attachmentKinds.ts';
import { fieldVisibilities } from '../vocabulary/fieldVisibilities.ts';
import { formView } from '../web/formView.ts';
import { localPath } from '../web/localPath.ts';
import type { FieldReader } from './fieldView.ts';
import { FILE_READERS, LISTING_FILE_KINDS } from './fileForms.ts';
import { formStepsOf, stepAfter } from './formSteps.ts';
import { type OwnListing, openPatents } from './ownListingService.ts';
import { stepList, stepPath } from './stepList.ts';

interface Given {
  typed: Readonly<Record<string, unknown>>;
  issues: readonly Issue[];
}

/** The page on which pictures and attachments are added and removed. */
export function filePage(opened: OwnListing, { typed, issues }: Given, { language, translate }: FieldReader) {
  const { listing, content } = opened;
  const files = (content.files ?? []) as ListingFile[];
  const picture = files.find(({ mediaType }) => mediaType.startsWith('image/'));
  const steps = formStepsOf(listing.kind);
  const option =
    (vocabulary: { label: (code: string, language: 'zh' | 'en') => string }) => (code: string) => ({
      value: code,
      label: vocabulary.label(code, language),
    });
  return {
    reference: listing._id,
    revision: listing.revision,
    number: steps.indexOf('files') + 1,
    count: steps.length,
    steps: stepList(
      {
        kind: listing.kind,
        content,
        reference: listing._id,
        current: 'files',
        open: { patents: openPatents(opened) },
      },
      { language, translate },
    ),
    next: localPath(language, stepPath(listing._id, stepAfter(listing.kind, 'files'))),
    isDemand: listing.kind === 'demand',
    files: files.map((file) => ({
      fileId: file.fileId,
      name: file.name,
      href: localPath(language, listingFileAddress(listing._id, file.fileId)),
      isPicture: file.mediaType.startsWith('image/'),
      isCard: file === picture,
      kind: attachmentKinds.label(file.kind, language),
      size: file.size,
      digest: file.fileId.slice(0, 12),
      readers: fieldVisibilities.label(file.visibility, language),
    })),
    kinds: LISTING_FILE_KINDS.map(option(attachmentKinds)),
    readers: FILE_READERS.map(option(fieldVisibilities)),
    accept: acceptedExtensions(),
    form: formView({ kind: 'image', visibility: 'public', ...typed }, issues, translate),
  };
}
