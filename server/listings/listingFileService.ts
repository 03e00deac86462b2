import type { ListingRecord, Version } from '../../models/records.ts';
import type { Viewer } from '../accounts/actor.ts';
import type { ListingFile } from '../catalogue/inputs/files.ts';
import { notFound } from '../errors.ts';
import type { FileStore, OpenedFile } from '../files/fileStore.ts';
import type { OccurrenceStore } from '../relay/occurrenceStore.ts';
import type { ListingPageService, ReadListing } from './listingPageService.ts';
import type { Reader } from './listingVisibility.ts';
import { readableContent } from './listingVisibility.ts';

interface Parts {
  pages: Pick<ListingPageService, 'open'>;
  files: Pick<FileStore, 'open'>;
  occurrences: Pick<OccurrenceStore, 'record'>;
}

export interface Download {
  file: ListingFile;
  opened: OpenedFile;
}

/** Hands out the files of listings to those who may read them; whoever takes a restricted one is recorded. */
export function createListingFileService({ pages, files, occurrences }: Parts) {
  async function record(viewer: Viewer, { listing, reader }: ReadListing, file: ListingFile): Promise<void> {
    if (file.visibility === 'public') return;
    const detail = { listing: listing._id, file: file.fileId, visibility: file.visibility };
    await occurrences.record({ actor: viewer, role: reader, event: 'download', detail });
  }

  return {
    /** @throws NotFound unless this reader may have this file of this listing. */
    async open(viewer: Viewer, reference: string, fileId: string): Promise<Download> {
      const { read } = await pages.open(viewer, reference);
      const file = read && readableFiles(read).find((candidate) => candidate.fileId === fileId);
      if (!file) throw notFound('listing:fileNotFound');
      const opened = await files.open(file.fileId);
      await record(viewer, read, file);
      return { file, opened };
    },
  };
}

export type ListingFileService = ReturnType<typeof createListingFileService>;

/** Those who may see a draft get its files too, to look at them before they are public. */
function readableFiles({ listing, reader, content }: ReadListing): ListingFile[] {
  const live = (content.files ?? []) as ListingFile[];
  const seesDraft = reader === 'owner' || reader === 'office';
  return seesDraft && listing.draft !== null ? [...live, ...filesOf(listing.draft, listing, reader)] : live;
}

function filesOf(version: Version, listing: ListingRecord, reader: Reader): ListingFile[] {
  return (readableContent(version, listing, reader).content.files ?? []) as ListingFile[];
}
