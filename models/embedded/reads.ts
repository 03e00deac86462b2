import { asStored, decodeDocument, isPlainObject, type Plain } from './bson.ts';
import type { Found } from './documents.ts';
import { storeError } from './errors.ts';
import { type Condition, parseFilter } from './filter.ts';
import { compileCondition } from './match.ts';
import { type Branch, choosePlan, type Plan } from './plan.ts';
import { type Projection, parseProjection } from './project.ts';
import { countBranch, countDocumentsOf, scanBranch } from './scan.ts';
import { parseSort, type SortField, sortKey, withTieBreak } from './sort.ts';
import type { Store } from './store.ts';

export interface ReadRequest {
  collection: string;
  operation: string;
  condition: Condition;
  matches: (document: Plain) => boolean;
  sort: SortField[];
  skip: number;
  /** Infinity without a limit. */
  limit: number;
  project: Projection | null;
}

/** Checks and prepares a read. @throws for anything outside the subset, before a row is read. */
export function parseRead(
  collection: string,
  operation: string,
  filter: unknown,
  options: Plain = {},
): ReadRequest {
  const stored = asStored(filter ?? {});
  if (!isPlainObject(stored)) throw storeError(9, 'FailedToParse', 'a filter must be an object');
  const condition = parseFilter(stored);
  const limit = wholeNumber(options.limit, 'limit');
  return {
    collection,
    operation,
    condition,
    matches: compileCondition(condition),
    sort: withTieBreak(parseSort(options.sort)),
    skip: wholeNumber(options.skip, 'skip'),
    limit: limit === 0 ? Number.POSITIVE_INFINITY : Math.abs(limit),
    project: parseProjection(options.projection),
  };
}

function wholeNumber(value: unknown, name: string): number {
  if (value === undefined || value === null) return 0;
  if (!Number.isInteger(value) || (name === 'skip' && Number(value) < 0)) {
    throw storeError(9, 'FailedToParse', `${name} must be a whole number`);
  }
  return Number(value);
}

interface Tally {
  seen: number;
  returned: number;
}

/**
 * The documents a read asks for, in lists: an empty one only says "some work is done", so that the
 * caller can let others have their turn. Must be read to its end or closed.
 */
export function* foundDocuments(store: Store, request: ReadRequest): Generator<Found[]> {
  store.catalogue.refresh();
  const entry = store.catalogue.find(request.collection);
  const tally: Tally = { seen: 0, returned: 0 };
  if (!entry) return;
  const wanted = request.skip + request.limit;
  const count = (branch: Branch, cap: number) => countBranch(store.database, entry, branch, cap);
  const plan = choosePlan({ entry, condition: request.condition, sort: request.sort, wanted, count });
  const { collection, operation } = request;
  try {
    const scan = (branch: Branch) => scanBranch(store.database, entry, branch, wanted);
    const isDirect = request.project !== null && isReadOnce(request, plan);
    const wantedOnly = isDirect ? request : { ...request, project: null };
    for (const list of limited(inOrder(wantedOnly, plan, scan, tally), request)) {
      tally.returned += list.length;
      yield isDirect ? list : projected(list, request);
    }
  } finally {
    store.report({ collection, operation, index: plan.index, ...tally });
  }
}

/** Whether nothing but the reader looks into the documents, so that the rest of them need not be decoded. */
function isReadOnce({ sort }: ReadRequest, { branches }: Plan): boolean {
  const isOrdered = sort.length === 0 || (branches.length === 1 && branches[0]?.order === 'full');
  return isOrdered && branches.every(({ isExact }) => isExact);
}

function projected(list: Found[], { project }: ReadRequest): Found[] {
  return project ? list.map((found) => ({ ...found, document: project.of(found.document) })) : list;
}

type Scan = (branch: Branch) => ReturnType<typeof scanBranch>;

function* inOrder(request: ReadRequest, plan: Plan, scan: Scan, tally: Tally): Generator<Found[]> {
  const seenBefore = plan.hasRepeats ? new Set<number>() : null;
  const [first] = plan.branches;
  const isWhole = request.sort.length === 0 || (plan.branches.length === 1 && first?.order !== 'none');
  if (isWhole) {
    for (const branch of plan.branches) yield* branchDocuments(request, branch, scan, tally, seenBefore);
    return;
  }
  const kept = createSorter(request.sort, request.skip + request.limit);
  for (const branch of plan.branches) {
    let fromBranch = 0;
    for (const list of branchDocuments(request, branch, scan, tally, seenBefore)) {
      for (const found of list) kept.add(found);
      fromBranch += list.length;
      // What an ordered branch has after its first documents cannot get into the result.
      if (branch.order !== 'none' && fromBranch >= request.skip + request.limit) break;
      yield [];
    }
  }
  yield kept.sorted();
}

/** The matching documents of one branch, in runs put in order when the branch is only partly in order. */
function* branchDocuments(
  request: ReadRequest,
  branch: Branch,
  scan: Scan,
  tally: Tally,
  seenBefore: Set<number> | null,
): Generator<Found[]> {
  const { order } = branch;
  const lists = matching(request, branch.isExact, scan(branch), tally, seenBefore);
  if (typeof order === 'string') yield* lists;
  else yield* sortedRuns(lists, order.fields, request.sort);
}

function* matching(
  request: ReadRequest,
  isExact: boolean,
  chunks: ReturnType<Scan>,
  tally: Tally,
  seenBefore: Set<number> | null,
): Generator<Found[]> {
  for (const rows of chunks) {
    const list: Found[] = [];
    for (const { rid, bytes } of rows) {
      tally.seen++;
      if (seenBefore?.has(rid)) continue;
      const document = request.project ? request.project.decode(bytes) : decodeDocument(bytes);
      if (!isExact && !request.matches(document)) continue;
      seenBefore?.add(rid);
      list.push({ rid, document, bytes });
    }
    yield list;
  }
}

function* sortedRuns(lists: Generator<Found[]>, fields: SortField[], sort: SortField[]): Generator<Found[]> {
  let run = createSorter(sort, Number.POSITIVE_INFINITY);
  let key: Buffer | null = null;
  for (const list of lists) {
    const ready: Found[] = [];
    for (const found of list) {
      const own = sortKey(found.document, fields);
      if (key && Buffer.compare(own, key) !== 0) {
        ready.push(...run.sorted());
        run = createSorter(sort, Number.POSITIVE_INFINITY);
      }
      key = own;
      run.add(found);
    }
    yield ready;
  }
  yield run.sorted();
}

/** Collects documents and puts them in order; keeps no more than `most` and a few. */
function createSorter(sort: SortField[], most: number) {
  let kept: { key: Buffer; found: Found }[] = [];
  const order = () => {
    kept.sort((left, right) => Buffer.compare(left.key, right.key));
    if (kept.length > most) kept = kept.slice(0, most);
  };
  return {
    add(found: Found): void {
      kept.push({ key: sortKey(found.document, sort), found });
      if (kept.length > most * 2 + 1_000) order();
    },
    sorted(): Found[] {
      order();
      return kept.map(({ found }) => found);
    },
  };
}

function* limited(lists: Generator<Found[]>, { skip, limit }: ReadRequest): Generator<Found[]> {
  let toSkip = skip;
  let left = limit;
  for (const list of lists) {
    const rest = toSkip > 0 ? list.slice(toSkip) : list;
    toSkip -= list.length - rest.length;
    const taken = rest.length > left ? rest.slice(0, left) : rest;
    left -= taken.length;
    yield taken;
    if (left <= 0) return;
  }
}

/** The first document, read without letting go of the thread: for use inside a write. */
export function firstFound(store: Store, request: ReadRequest): Found | null {
  for (const [found] of foundDocuments(store, { ...request, limit: 1 })) if (found) return found;
  return null;
}

/** SQLite joins at most 500 queries. */
const MOST_COUNTED_TOGETHER = 400;

/** The number of matching documents when an index alone can tell, otherwise null. */
export function countByIndex(store: Store, request: ReadRequest): number | null {
  store.catalogue.refresh();
  const entry = store.catalogue.find(request.collection);
  if (!entry) return 0;
  const count = (branch: Branch, cap: number) => countBranch(store.database, entry, branch, cap);
  const plan = choosePlan({
    entry,
    condition: request.condition,
    sort: [],
    wanted: Number.POSITIVE_INFINITY,
    count,
  });
  if (!plan.branches.every(({ isExact }) => isExact)) return null;
  if (plan.hasRepeats && plan.branches.length > MOST_COUNTED_TOGETHER) return null;
  const { collection, operation } = request;
  store.report({ collection, operation, index: plan.index, seen: 0, returned: 0 });
  if (plan.hasRepeats) return countDocumentsOf(store.database, entry, plan.branches);
  return plan.branches.reduce((sum, branch) => sum + countBranch(store.database, entry, branch, -1), 0);
}
