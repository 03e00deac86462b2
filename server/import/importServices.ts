import { join } from 'node:path';
import type { Models } from '../../models/createModels.ts';
import type { Actor } from '../accounts/actor.ts';
import type { Clock } from '../clock.ts';
import type { ReviewLevel } from '../config.ts';
import type { FileStore } from '../files/fileStore.ts';
import type { HasOperator } from '../listings/listingPlace.ts';
import type { ListingServices } from '../listings/listingServices.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import type { Stores } from '../stores.ts';
import { createImportCommand } from './importCommand.ts';
import { createListingImporter } from './importListings.ts';
import { createImportRunService } from './importRunService.ts';
import { createImportRunStore } from './importRunStore.ts';
import { createImportService } from './importService.ts';

interface ImportParts {
  models: Models;
  stores: Stores;
  recorder: ChangeRecorder;
  clock: Clock;
  levels: readonly ReviewLevel[];
  hasOperator: HasOperator;
  listings: ListingServices;
  files: FileStore;
  findActor: (accountId: string) => Promise<Actor | null>;
  dataDirectory: string;
}

/** Bringing in data from outside, by command and by page. */
export function createImportServices(parts: ImportParts) {
  const { models, stores, recorder, clock, listings, files, findActor, dataDirectory } = parts;
  const importer = createListingImporter({
    store: stores.listings,
    references: stores.references,
    recorder,
    clock,
  });
  const imports = createImportService({
    ...parts,
    importer,
    moves: listings.moves,
    patents: listings.patents,
  });
  const runs = createImportRunStore(models);
  const importRuns = createImportRunService({
    store: runs,
    imports,
    files,
    findActor,
    getOwner: stores.organisations.get,
    recorder,
    clock,
    temporaryDirectory: join(dataDirectory, 'temporary'),
  });
  const importCommand = createImportCommand({ store: runs, imports, recorder, clock });
  return { imports, importRuns, importCommand };
}
