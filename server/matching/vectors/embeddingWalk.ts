import { createHash } from 'node:crypto';
import type { ListingRecord } from '../../../models/records.ts';
import type { Clock } from '../../clock.ts';
import type { Job } from '../../jobs/job.ts';
import type { SettingStore } from '../../jobs/settingStore.ts';
import { createSingleRun } from '../../jobs/singleRun.ts';
import type { Log } from '../../log.ts';
import type { LeaseStore } from '../../relay/leaseStore.ts';
import type { Pace } from '../weighing/pacer.ts';
import type { EmbeddingClient } from './embeddingClient.ts';
import type { ListingVector, ListingVectorStore, VectorMark } from './listingVectorStore.ts';
import { sentText } from './sentText.ts';
import type { VectorMemory } from './vectorMemory.ts';
import { textOfVector } from './vectorText.ts';

/** How far the walk is, and how the service answers. */
export interface EmbeddingProgress {
  /** The last listing, in order of reference, that was looked at. */
  cursor: string;
  /** When all listings had been looked at for the last time. */
  finishedAt: Date | null;
  /** How often in a row the service failed, since when and how; 0 while it answers. */
  failures: number;
  failingSince: Date | null;
  error: string | null;
}

interface Parts {
  client: EmbeddingClient;
  model: string;
  isPrivateAllowed: boolean;
  store: Pick<ListingVectorStore, 'marksOf' | 'save' | 'noteMatched'>;
  memory: Pick<VectorMemory, 'remember'>;
  settings: Pick<SettingStore, 'find' | 'set'>;
  leases: Pick<LeaseStore, 'hold'>;
  listingsAfter: (reference: string, limit: number) => Promise<ListingRecord[]>;
  /** Brings the pairs of one listing to what they are now; doing it twice does no harm. */
  match: (reference: string) => Promise<void>;
  pace: Pace;
  clock: Clock;
  log?: Pick<Log, 'warn' | 'info'> | undefined;
}

interface Due {
  listing: ListingRecord;
  text: string;
  key: string;
}

const SETTING = 'embedding';
const LEASE_MS = 30_000;
const INTERVAL_MS = 60_000;
/** Texts a request, and listings a page. */
const BATCH = 16;
const MOST_BATCHES = 16;
const MOST_PAGES = 188;

const NOT_BEGUN: EmbeddingProgress = {
  cursor: '',
  finishedAt: null,
  failures: 0,
  failingSince: null,
  error: null,
};
const WELL = { failures: 0, failingSince: null, error: null };

/**
 * Walks through all listings again and again and has vectors made where text or model are others than before. A
 * service that fails is asked again at the next run. One process at a time; killed anywhere, the next run goes on.
 */
export function createEmbeddingWalk(parts: Parts) {
  const { store, memory, settings, clock, log, model } = parts;
  const stopping = new AbortController();

  const find = async () => (await settings.find<EmbeddingProgress>(SETTING)) ?? NOT_BEGUN;

  async function keep(listing: ListingRecord, key: string | null, vector: string | null): Promise<void> {
    const { _id, kind } = listing;
    const isMatched = vector === null;
    const made: ListingVector = { _id, kind, model, key, vector, isMatched, madeAt: clock.now() };
    await store.save(made);
    await memory.remember(made);
  }

  /** Forgets what may no longer be sent. @returns what needs a vector, and what has one nobody matched with. */
  async function sift(page: ListingRecord[]): Promise<{ due: Due[]; unmatched: VectorMark[] }> {
    const marks = new Map((await store.marksOf(page.map(({ _id }) => _id))).map((mark) => [mark._id, mark]));
    const due: Due[] = [];
    const unmatched: VectorMark[] = [];
    for (const listing of page) {
      const text = sentText(listing, parts.isPrivateAllowed);
      const mark = marks.get(listing._id);
      const key = text === null ? null : digestOf(model, text);
      if (text === null || key === null) {
        if (mark !== undefined && mark.key !== null) await keep(listing, null, null);
      } else if (mark?.key !== key) due.push({ listing, text, key });
      else if (!mark.isMatched) unmatched.push(mark);
    }
    return { due, unmatched };
  }

  /** A decision at the same instant, or an index that is down: the next walk tries again. */
  async function match({ _id, key }: Pick<VectorMark, '_id' | 'key'>): Promise<void> {
    try {
      await parts.pace(() => parts.match(_id));
      if (key !== null) await store.noteMatched(_id, key);
    } catch (error) {
      log?.warn({ error, reference: _id }, 'a listing with a new vector was not matched and will be');
    }
  }

  function noteFailure(progress: EmbeddingProgress, error: unknown): EmbeddingProgress {
    if (progress.failures === 0) log?.warn({ error }, 'the embedding service fails and will be asked again');
    const failingSince = progress.failingSince ?? clock.now();
    return { ...progress, failures: progress.failures + 1, failingSince, error: String(error) };
  }

  /** @returns where the walk is after a page, and whether the service was asked. */
  async function step(progress: EmbeddingProgress) {
    const page = await parts.listingsAfter(progress.cursor, BATCH);
    const { due, unmatched } = await sift(page);
    let vectors: Float32Array[];
    try {
      vectors = await parts.client.vectorsOf(
        due.map(({ text }) => text),
        stopping.signal,
      );
    } catch (error) {
      if (stopping.signal.aborted) return { reached: progress, hasAsked: true };
      return { reached: noteFailure(progress, error), hasAsked: true };
    }
    for (const [at, vector] of vectors.entries()) {
      const made = due[at];
      if (made !== undefined) await keep(made.listing, made.key, textOfVector(vector));
    }
    const fresh = due.map(({ listing, key }) => ({ _id: listing._id, key }));
    for (const mark of [...fresh, ...unmatched]) if (!stopping.signal.aborted) await match(mark);
    const isEnd = page.length < BATCH;
    const hasAsked = due.length > 0;
    // Whoever failed is well when it answered, or when nothing is left to ask of it.
    const state = hasAsked || isEnd ? WELL : {};
    const place = isEnd
      ? { cursor: '', finishedAt: clock.now() }
      : { cursor: page.at(-1)?._id ?? progress.cursor };
    if (progress.failures > 0 && hasAsked) log?.info('the embedding service answers again');
    return { reached: { ...progress, ...state, ...place }, hasAsked };
  }

  async function goOn(): Promise<void> {
    let progress = await find();
    let asked = 0;
    for (let pages = 0; pages < MOST_PAGES && asked < MOST_BATCHES; pages += 1) {
      const { failures } = progress;
      const { reached, hasAsked } = await step(progress);
      progress = reached;
      asked += Number(hasAsked);
      if (stopping.signal.aborted || reached.failures > failures || reached.cursor === '') break;
    }
    await settings.set(SETTING, progress);
  }

  /** One run, unless another process is at it. */
  const { nudge, settled } = createSingleRun({
    leases: parts.leases,
    name: 'embedding',
    leaseMs: LEASE_MS,
    work: goOn,
  });

  return {
    progress: find,
    work: nudge,
    /** Stops after the listing that is under way, and waits for no service. */
    async stop(): Promise<void> {
      stopping.abort();
      await settled();
    },
    /** Begins a run and leaves it going, so that other jobs do not wait for somebody outside. */
    job: {
      name: 'embedding',
      intervalMs: INTERVAL_MS,
      async run() {
        nudge().catch((error: unknown) =>
          log?.warn({ error }, 'the walk for vectors stopped and will go on'),
        );
        return find();
      },
    } satisfies Job,
  };
}

export type EmbeddingWalk = ReturnType<typeof createEmbeddingWalk>;

function digestOf(model: string, text: string): string {
  return createHash('sha256').update(`${model}\n${text}`).digest('hex');
}
