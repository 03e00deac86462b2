import { boundsOfField, type Range, rangeOfPrefix } from './bounds.ts';
import type { CollectionEntry } from './catalogue.ts';
import type { Condition } from './filter.ts';
import type { Index } from './indexes.ts';
import { encodeValue } from './keys.ts';
import { orderOf } from './planOrder.ts';
import { conjuncts, type Predicate, predicatesOf } from './predicates.ts';
import type { SortField } from './sort.ts';

/** One stretch of a table or index to read. */
export interface Branch {
  /** Null: the collection itself, by insertion. */
  index: Index | null;
  range: Range;
  isReverse: boolean;
  /** How far the stretch is in the order asked for: not at all, in full, or in runs of equal `fields`. */
  order: 'none' | 'full' | { fields: SortField[] };
  /** Whether every row matches, so that none has to be looked at. */
  isExact: boolean;
}

export interface Plan {
  /** What is read, for reports: index names, `_id_`, or null when the whole collection is. */
  index: string | null;
  branches: Branch[];
  /** Whether a document can come up more than once. */
  hasRepeats: boolean;
}

export interface PlanRequest {
  entry: CollectionEntry;
  condition: Condition;
  /** With the tie-break; empty when any order will do. */
  sort: SortField[];
  /** Skip and limit together; Infinity without a limit. */
  wanted: number;
  /** How many rows a branch has, counted up to `cap`. */
  count: (branch: Branch, cap: number) => number;
}

interface Candidate {
  plan: Plan;
  score: number;
}

/** Plans that would look at this many rows or more are compared by their shape only. */
const COUNTED = 400;

/** The most stretches one plan reads; a longer `$in` is bound by its first fields only. */
const MOST_BRANCHES = 1_000;

/** `_id` is kept in the collection's own table and has a key like an index on it. */
export const ID_INDEX: Index = {
  name: '_id_',
  number: 0,
  fields: [{ path: '_id', parts: ['_id'], direction: 1 }],
  isUnique: true,
  isSparse: false,
  isReady: true,
  arrayFields: [false],
};

/** Chooses what to read: the index that leaves the fewest rows, counted where there is a choice. */
export function choosePlan(request: PlanRequest): Plan {
  const own = planConjunction(request, request.condition);
  const union = planUnion(request);
  if (!union) return own;
  return costOf(union, request) < costOf(own, request) ? union : own;
}

/** With one `$or`: each of its alternatives together with the rest, read one after the other. */
function planUnion(request: PlanRequest): Plan | null {
  const parts = conjuncts(request.condition);
  const either = parts.find((part) => part.kind === 'or');
  if (either?.kind !== 'or') return null;
  const rest = parts.filter((part) => part !== either);
  const plans = either.conditions.map((condition) =>
    planConjunction(request, { kind: 'and', conditions: [...rest, condition] }),
  );
  if (plans.some((plan) => plan.index === null || isUnbound(plan))) return null;
  return {
    index: [...new Set(plans.map(({ index }) => index))].join(' | '),
    branches: plans.flatMap(({ branches }) => branches),
    hasRepeats: true,
  };
}

function isUnbound(plan: Plan): boolean {
  return plan.branches.some(({ range }) => range.low.length === 1 && range.high.length === 1);
}

function planConjunction(request: PlanRequest, condition: Condition): Plan {
  const conditions = conjuncts(condition);
  const predicates = predicatesOf(conditions);
  if (predicates.some(isOfIds)) {
    const own = candidateOf(ID_INDEX, predicates, conditions, request.sort);
    if (own && (own.score >= POINT_SCORE || isAllOf(own.plan, request))) return own.plan;
  }
  const candidates = [ID_INDEX, ...request.entry.indexes.filter(({ isReady }) => isReady)]
    .map((index) => candidateOf(index, predicates, conditions, request.sort))
    .filter((candidate) => candidate !== null);
  return cheapest(candidates, request) ?? scanPlan(conditions, request.sort);
}

/** A few `_id`s: nothing finds less than one of them, and where nothing else is asked, less than all of them. */
function isOfIds({ path, operator }: Predicate): boolean {
  return path === '_id' && (operator === '$eq' || operator === '$in');
}

function isAllOf({ branches }: Plan, { sort }: PlanRequest): boolean {
  return sort.length === 0 && branches.every(({ isExact }) => isExact);
}

function cheapest(candidates: Candidate[], request: PlanRequest): Plan | null {
  candidates.sort((left, right) => right.score - left.score);
  const [best] = candidates;
  if (!best || candidates.length === 1 || best.score >= POINT_SCORE) return best?.plan ?? null;
  const ideal = candidates.find(({ plan }) => isIdeal(plan, request));
  if (ideal) return ideal.plan;
  let chosen = best.plan;
  let lowest = costOf(best.plan, request);
  for (const { plan } of candidates.slice(1)) {
    const cost = costOf(plan, request);
    if (cost < lowest) [chosen, lowest] = [plan, cost];
  }
  return chosen;
}

/** Whether every row it reads is one of the result, in order: nothing can read less. */
function isIdeal({ branches }: Plan, { sort }: PlanRequest): boolean {
  return branches.every(({ isExact, order }) => isExact && (sort.length === 0 || order === 'full'));
}

/** How many rows the plan would look at, as far as that is worth knowing, and more when it has to sort. */
function costOf(plan: Plan, { sort, wanted, count }: PlanRequest): number {
  let rows = 0;
  for (const branch of plan.branches) {
    if (rows >= COUNTED) break;
    const isPart = branch.isExact && (sort.length === 0 || branch.order === 'full');
    rows += count(branch, Math.min(COUNTED - rows, isPart ? wanted : COUNTED));
  }
  const isOrdered = sort.length === 0 || plan.branches.every(({ order }) => order !== 'none');
  return isOrdered ? rows : rows * 1.3 + 1;
}

function scanPlan(conditions: Condition[], sort: SortField[]): Plan {
  const range = rangeOfPrefix(Buffer.alloc(0));
  const order = sort.length === 0 ? 'full' : 'none';
  const branch: Branch = { index: null, range, isReverse: false, order, isExact: conditions.length === 0 };
  return { index: null, branches: [branch], hasRepeats: false };
}

const NULL_KEY = encodeValue(null);
const POINT_SCORE = 1_000;

/** The plan by one index, or null when neither filter nor order can make use of it. */
function candidateOf(
  index: Index,
  all: Predicate[],
  conditions: Condition[],
  sort: SortField[],
): Candidate | null {
  const first = index.fields[0]?.path;
  if (sort.length === 0 && !all.some(({ path }) => path === first)) return null;
  const bound = boundIndex(index, all);
  if (bound.points + bound.rangeFields === 0 && (index.isSparse || sort.length === 0)) return null;
  const exact = new Set(bound.exact.map(({ condition }) => condition));
  const isExact = conditions.every((condition) => exact.has(condition));
  const order = orderOf(index, bound.points, all, sort);
  const branches = bound.ranges.map((range): Branch => ({ index, range, ...order, isExact }));
  const isOrdered = branches.every(({ order }) => order !== 'none');
  if (bound.points + bound.rangeFields === 0 && !isOrdered) return null;
  const plan: Plan = {
    index: index.name,
    branches,
    hasRepeats: canRepeat(index, bound),
  };
  const isPoint = index.isUnique && bound.points === index.fields.length;
  return {
    plan,
    score: isPoint ? POINT_SCORE : bound.points * 10 + bound.rangeFields * 3 + (isOrdered ? 5 : 0),
  };
}

/** One array has several keys; bound to one value, it has that key once, however often the value is in it. */
function canRepeat(index: Index, { points, arrayValues }: BoundIndex): boolean {
  return arrayValues > 1 || index.arrayFields.some((hasArrays, at) => hasArrays && at >= points);
}

interface BoundIndex {
  /** How many leading fields are bound to single values. */
  points: number;
  /** To how many values a field with arrays is bound. */
  arrayValues: number;
  rangeFields: number;
  ranges: Range[];
  exact: Predicate[];
}

/** Binds the fields of an index from the first on, until one is not bound to single values. */
function boundIndex(index: Index, all: Predicate[]): BoundIndex {
  const bound: BoundIndex = { points: 0, arrayValues: 0, rangeFields: 0, ranges: [], exact: [] };
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let hasBoundArray = false;
  for (const [at, field] of index.fields.entries()) {
    const hasArrays = index.arrayFields[at] ?? false;
    // Two fields under an array may match by different elements: only the first one narrows the search.
    if (hasArrays && hasBoundArray) break;
    const own = all.filter(({ path }) => path === field.path);
    const bounds = boundsOfField(own, { direction: field.direction, hasArrays, isSparse: index.isSparse });
    if (!bounds) break;
    const parts = 'points' in bounds ? bounds.points : bounds.ranges;
    if (prefixes.length * parts.length > MOST_BRANCHES && at > 0) break;
    hasBoundArray ||= hasArrays;
    bound.exact.push(...bounds.exact);
    if ('ranges' in bounds) {
      bound.rangeFields = 1;
      bound.ranges = prefixes.flatMap((prefix) => bounds.ranges.map((range) => after(prefix, range)));
      return bound;
    }
    bound.points++;
    if (hasArrays) bound.arrayValues = bounds.points.length;
    prefixes = prefixes.flatMap((prefix) => bounds.points.map((point) => Buffer.concat([prefix, point])));
  }
  bound.ranges =
    index === ID_INDEX && bound.points === 1 ? prefixes.map(rangeOfId) : prefixes.map(rangeOfPrefix);
  return bound;
}

/** The key of an `_id` is its value and a null, as `idKey` makes it. */
function rangeOfId(prefix: Buffer): Range {
  return { ...rangeOfPrefix(prefix), point: Buffer.concat([prefix, NULL_KEY]) };
}

function after(prefix: Buffer, { low, high }: Range): Range {
  return { low: Buffer.concat([prefix, low]), high: Buffer.concat([prefix, high]) };
}
