import type { Content, ListingKind, ListingRecord, OrganisationRecord } from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import { kindOf } from '../catalogue/catalogue.ts';
import { type Clock, endOfDay, shanghaiDate, today } from '../clock.ts';
import type { ReviewLevel } from '../config.ts';
import { workingDaysAfter } from '../deadlines/workingDays.ts';
import { externalKeyOf, newListing, version } from '../listings/listingDrafts.ts';
import type { ListingStore } from '../listings/listingStore.ts';
import { REVIEW_WORKING_DAYS } from '../listings/listingWorkflow.ts';
import type { ReferenceStore } from '../listings/referenceStore.ts';
import type { Language } from '../localized.ts';
import type { ChangeRecorder } from '../relay/change.ts';

export interface ReadyRow {
  line: number;
  kind: ListingKind;
  content: Content;
  external: { source: string; id: string };
}

export interface Addition {
  row: ReadyRow;
  /** Null when the row is there already, unchanged or not: importing twice adds nothing. */
  listing: ListingRecord | null;
}

interface ImportParts {
  store: ListingStore;
  references: ReferenceStore;
  recorder: ChangeRecorder;
  clock: Clock;
}

/**
 * Adds rows as submitted listings, a batch at a time: one insert writes draft, submission and both
 * events of a row together, so that nothing half-written can remain.
 */
export function createListingImporter({ store, references, recorder, clock }: ImportParts) {
  function submitted(
    actor: Actor,
    owner: OrganisationRecord,
    row: ReadyRow,
    reference: string,
    level: ReviewLevel,
  ): ListingRecord {
    const start = recorder.record('listing', {
      actor,
      role: 'importer',
      event: 'start',
      detail: { kind: row.kind },
    });
    const submit = recorder.record('listing', {
      actor,
      role: 'importer',
      event: 'submit',
      detail: { kind: row.kind, review: 'submitted', publication: 'never', version: 1, isImport: true },
    });
    const draft = version(row.content, 1, languageOf(row.content), actor, start.at);
    return {
      ...newListing({ reference, kind: row.kind, owner, draft, change: start, external: row.external }),
      review: 'submitted',
      reviewLevel: level,
      reviewRegionPath: owner.regionPath,
      submittedAt: submit.at,
      dueAt: endOfDay(workingDaysAfter(today(clock), REVIEW_WORKING_DAYS)),
      revision: 2,
      history: [start.entry, submit.entry],
      pending: [start.event, submit.event],
    };
  }

  async function referencesFor(rows: ReadyRow[]): Promise<string[]> {
    const year = Number(shanghaiDate(clock.now()).slice(0, 4));
    const given = new Map<ListingKind, string[]>();
    for (const kind of new Set(rows.map((row) => row.kind))) {
      const count = rows.filter((row) => row.kind === kind).length;
      given.set(kind, await references.next(kindOf(kind).letter, year, count));
    }
    return rows.map((row) => given.get(row.kind)?.shift() ?? '');
  }

  return {
    /** Adds the rows that are not there yet. `level` is where they wait for review. */
    async add(
      actor: Actor,
      owner: OrganisationRecord,
      rows: ReadyRow[],
      level: ReviewLevel,
    ): Promise<Addition[]> {
      const keys = rows.map((row) => externalKeyOf(owner._id, row.external));
      const known = new Map(
        (await store.findExternalMany(keys)).map((listing) => [listing.externalKey, listing]),
      );
      const seen = new Set<string>();
      const isNew = keys.map((key) => !known.has(key) && !seen.has(key) && Boolean(seen.add(key)));
      const fresh = rows.filter((_, index) => isNew[index]);
      const given = await referencesFor(fresh);
      const listings = fresh.map((row, index) => submitted(actor, owner, row, given[index] ?? '', level));
      if (listings.length > 0) await store.insertMany(listings);
      const byRow = new Map(fresh.map((row, index) => [row, listings[index] ?? null]));
      return rows.map((row) => ({ row, listing: byRow.get(row) ?? null }));
    },
    /** Rows of an earlier run that still wait, for an approval that was interrupted. */
    known: (owner: OrganisationRecord, rows: ReadyRow[]) =>
      store.findExternalMany(rows.map((row) => externalKeyOf(owner._id, row.external))),
  };
}

export type ListingImporter = ReturnType<typeof createListingImporter>;

function languageOf({ title }: Content): Language {
  return (title as { zh?: string } | undefined)?.zh ? 'zh' : 'en';
}
