import { createHash } from 'node:crypto';
import type { ListingKind, OrganisationRecord } from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import { type Clock, today } from '../clock.ts';
import type { ReviewLevel } from '../config.ts';
import { ApplicationError, type Issue } from '../errors.ts';
import { submissionIssues } from '../listings/kindRules.ts';
import type { ListingMoves } from '../listings/listingMoves.ts';
import { firstReviewLevel, type HasOperator } from '../listings/listingPlace.ts';
import type { PatentService } from '../patents/patentService.ts';
import { CHECKLIST } from '../review/checklist.ts';
import { EXTERNAL_ID_HEADERS, kindOfRow, type Mapping, suggestMapping } from './importColumns.ts';
import type { ListingImporter, ReadyRow } from './importListings.ts';
import { readListingRow } from './readListingRow.ts';
import { type ImportRow, readRows } from './readRows.ts';

const BATCH = 200;
/** Files whose rows name their own columns can have many headers. */
const MOST_MAPPINGS = 500;

/** Whoever imports makes the statements of the form once for the whole file. */
const STATEMENT = { isNotSecret: true, isTruthful: true };

export interface ImportRequest {
  path: string;
  /** Who imports, as a member of the organisation the listings belong to. */
  actor: Actor;
  owner: OrganisationRecord;
  source: string;
  kind: ListingKind | null;
  mapping?: Mapping;
  /** An operator who approves each row, with every rule of an approval. */
  approver: Actor | null;
  isDryRun: boolean;
  onProgress?: (counts: ImportCounts) => void;
  onRefusal?: (refusal: ImportRefusal) => void;
}

export interface ImportCounts {
  rows: number;
  added: number;
  known: number;
  refused: number;
  approved: number;
  notApproved: number;
  /** Rows of the file, of this run or an earlier one, that wait at its end where its rows go. */
  waiting: number;
}

export interface ImportRefusal {
  line: number;
  issues: Issue[];
}

export const NOTHING_COUNTED: ImportCounts = {
  rows: 0,
  added: 0,
  known: 0,
  refused: 0,
  approved: 0,
  notApproved: 0,
  waiting: 0,
};

interface ImportParts {
  importer: ListingImporter;
  moves: ListingMoves;
  patents: PatentService;
  hasOperator: HasOperator;
  levels: readonly ReviewLevel[];
  clock: Clock;
}

/** Brings listings in from a file: row by row by the rules of the forms; one bad row stops nothing. */
export function createImportService({ importer, moves, patents, hasOperator, levels, clock }: ImportParts) {
  function check(
    request: ImportRequest,
    row: ImportRow,
    mappings: ReturnType<typeof rememberedMappings>,
  ): ReadyRow | Issue[] {
    if (row.problem) return [{ field: '', message: row.problem }];
    const kind = kindOfRow(row.cells, request.kind);
    if (kind === null) return [{ field: 'kind', message: 'import:unknownKind' }];
    const id = externalIdOf(row.cells);
    if (id === null) return [{ field: 'externalId', message: 'forms:required' }];
    const mapping = request.mapping ?? mappings(kind, row.cells);
    const { content: read, issues } = readListingRow(kind, row.cells, mapping);
    if (issues.length > 0) return issues;
    const content = { ...read, ...STATEMENT };
    const missing = submissionIssues({ kind, content, patents: null, today: today(clock) });
    return missing.length > 0
      ? missing
      : { line: row.line, kind, content, external: { source: request.source, id } };
  }

  async function approve(
    request: ImportRequest,
    reference: string,
    revision: number,
    kind: ListingKind,
  ): Promise<Issue[]> {
    try {
      await moves.move({
        actor: request.approver,
        reference,
        revision,
        event: 'approve',
        checklist: CHECKLIST[kind],
        detail: { isImport: true },
      });
      return [];
    } catch (error) {
      if (!(error instanceof ApplicationError)) throw error;
      return [{ field: '', message: error.explanation, values: error.values }, ...error.issues];
    }
  }

  async function take(
    request: ImportRequest,
    rows: ReadyRow[],
    level: ReviewLevel,
    counts: ImportCounts,
  ): Promise<void> {
    if (request.isDryRun || rows.length === 0) return;
    const waiting = (await importer.known(request.owner, rows)).filter(
      ({ review }) => review === 'submitted',
    );
    await patents.enter(request.actor, [
      ...new Set(rows.flatMap(({ content }) => (content.patents as string[] | undefined) ?? [])),
    ]);
    const additions = await importer.add(request.actor, request.owner, rows, level);
    const added = additions.map(({ listing }) => listing).filter((listing) => listing !== null);
    counts.added += added.length;
    counts.known += rows.length - added.length;
    counts.waiting += waiting.filter(({ reviewLevel }) => reviewLevel === level).length + added.length;
    if (request.approver === null) return;
    for (const { _id, revision, kind } of [...waiting, ...added]) {
      const issues = await approve(request, _id, revision, kind);
      if (issues.length === 0) {
        counts.approved += 1;
        counts.waiting -= 1;
      } else refuse(request, counts, 'notApproved', lineOf(additions, _id), issues);
    }
  }

  /** Where rows wait: before the operator who approves them, or before whoever reviews first. */
  const levelFor = async ({ approver, owner }: Pick<ImportRequest, 'approver' | 'owner'>) =>
    approver?.office?.level ?? (await firstReviewLevel(levels, owner.regionPath, hasOperator));

  return {
    levelFor,
    /** Runs through the file. A dry run checks everything and writes nothing. */
    async run(request: ImportRequest): Promise<ImportCounts> {
      const counts = { ...NOTHING_COUNTED };
      const level = await levelFor(request);
      let batch: ReadyRow[] = [];
      const flush = async () => {
        await take(request, batch, level, counts);
        batch = [];
        request.onProgress?.(counts);
      };
      const seen = new Map<string, number>();
      const mappings = rememberedMappings();
      for await (const row of readRows(request.path)) {
        counts.rows += 1;
        const checked = onlyOnce(check(request, row, mappings), seen);
        if (Array.isArray(checked)) refuse(request, counts, 'refused', row.line, checked);
        else batch.push(checked);
        if (batch.length >= BATCH) await flush();
      }
      await flush();
      return counts;
    },
  };
}

/** Works out the mapping of a header; rows with the same one share it. */
function rememberedMappings() {
  const known = new Map<string, Mapping>();
  return (kind: ListingKind, cells: Record<string, string>): Mapping => {
    const headers = Object.keys(cells);
    const key = JSON.stringify([kind, headers]);
    const mapping = known.get(key) ?? suggestMapping(kind, headers);
    if (known.size < MOST_MAPPINGS) known.set(key, mapping);
    return mapping;
  };
}

/** The sender's own id of a row; a file without such a column is told apart by what its rows say. */
function externalIdOf(cells: Record<string, string>): string | null {
  const header = EXTERNAL_ID_HEADERS.find((name) => name in cells);
  if (header === undefined)
    return createHash('sha256').update(JSON.stringify(cells)).digest('hex').slice(0, 24);
  return cells[header]?.trim() || null;
}

/** Two rows with one id in a file are a mistake of the file. */
function onlyOnce(checked: ReadyRow | Issue[], seen: Map<string, number>): ReadyRow | Issue[] {
  if (Array.isArray(checked)) return checked;
  const { id } = checked.external;
  const line = seen.get(id);
  if (line !== undefined) return [{ field: 'externalId', message: 'import:duplicateId', values: { line } }];
  seen.set(id, checked.line);
  return checked;
}

export type ImportService = ReturnType<typeof createImportService>;

function refuse(
  request: ImportRequest,
  counts: ImportCounts,
  count: 'refused' | 'notApproved',
  line: number,
  issues: Issue[],
): void {
  counts[count] += 1;
  request.onRefusal?.({ line, issues });
}

function lineOf(additions: { row: ReadyRow; listing: { _id: string } | null }[], reference: string): number {
  return additions.find(({ listing }) => listing?._id === reference)?.row.line ?? 0;
}
