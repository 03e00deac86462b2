import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import type { Content, ListingKind, ListingRecord, OrganisationRecord } from '../../models/records.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { formatReference } from '../../server/listings/reference.ts';
import { createLog } from '../../server/log.ts';
import { openServices } from '../../server/openServices.ts';
import type { Services } from '../../server/services.ts';
import { LIMITS } from '../../server/web/limits.ts';
import { completeContent, listingRecord, NOW, OTHER, OWNER, organisation, version } from './listingWorld.ts';

const LETTERS: Record<ListingKind, string> = {
  achievement: 'A',
  patent: 'P',
  'open-licence': 'O',
  demand: 'D',
};
const UNLIMITED = Object.fromEntries(
  Object.keys(LIMITS).map((name) => [name, { points: 1_000_000, seconds: 1 }]),
) as typeof LIMITS;

/** A firm whose name nobody may learn from its anonymous demands. */
export const SHY_FIRM = { zh: '隐山精密铸造有限公司', en: 'Hidden Hill Castings' };

/** The whole application on a store and an index of its own, with listings put where they are asked for. */
export async function openBrowseWorld(variables: Record<string, string> = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'dual-helix-browse-'));
  const config = readConfig({
    DATA_DIR: directory,
    LOG_LEVEL: 'silent',
    BASE_URL: 'http://market.test',
    ...variables,
  });
  const time = { now: NOW };
  const clock = { now: () => time.now };
  const { services, models, close } = await openServices({ config, clock, log: createLog(config) });
  const app: Express = await createApp(services, config, { limits: UNLIMITED });
  await models.organisations.insertMany([
    organisation(),
    organisation({ _id: OTHER, name: SHY_FIRM, kind: 'enterprise' }),
  ]);
  let counter = 0;

  return {
    app,
    services,
    models,
    time,
    async addOrganisation(change: Partial<OrganisationRecord>): Promise<void> {
      await models.organisations.insertMany([organisation(change)]);
    },
    /** Publishes a listing with this content and indexes it. @returns its reference. */
    async publish(
      kind: ListingKind,
      content: Content = {},
      change: Partial<ListingRecord> = {},
    ): Promise<string> {
      counter += 1;
      const reference = formatReference(LETTERS[kind], 2026, counter);
      const whole = completeContent(kind, content);
      await services.stores.listings.insert(publishedRecord(reference, kind, whole, change, counter));
      await services.indexer.index([reference]);
      return reference;
    },
    async close(): Promise<void> {
      await close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export type BrowseWorld = Awaited<ReturnType<typeof openBrowseWorld>>;
export type { Services };

function publishedRecord(
  reference: string,
  kind: ListingKind,
  content: Content,
  change: Partial<ListingRecord>,
  counter: number,
): ListingRecord {
  const at = new Date(NOW.getTime() - counter * 60_000);
  return listingRecord({
    _id: reference,
    kind,
    organisationId: kind === 'demand' ? OTHER : OWNER,
    visibility: kind === 'demand' ? 'anonymous' : 'public',
    publication: 'published',
    live: version(content),
    draft: null,
    publishedAt: at,
    confirmedAt: at,
    validUntil: '2026-12-31',
    patentIds: (content.patents as string[] | undefined) ?? [],
    ...change,
  });
}
