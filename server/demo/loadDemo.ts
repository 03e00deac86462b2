import type { Models } from '../../models/createModels.ts';
import { DEMO_PASSWORD } from '../accounts/demoPassword.ts';
import type { Clock } from '../clock.ts';
import type { Services } from '../services.ts';
import { type Act, type Cast, createCast } from './cast.ts';
import { dealActs } from './dealActs.ts';
import { decideMatches } from './decideMatches.ts';
import { demands } from './demands/demands.ts';
import { demoDeals } from './demoDeals.ts';
import { demoHouses } from './demoHouses.ts';
import { demoLooks } from './demoLooks.ts';
import { houseActs } from './houseActs.ts';
import { listingActs } from './listingActs.ts';
import { peopleActs } from './peopleActs.ts';
import { openStage, type Stage } from './stage.ts';
import { supplies } from './supplies/supplies.ts';

export interface DemoParts {
  services: Services;
  models: Models;
  clock: Clock;
  /** Told what is being done, for a line of progress. */
  onProgress?: (step: 'history' | 'copy' | 'index', done: number, total: number) => void;
}

export interface DemoResult {
  accounts: number;
  organisations: number;
  listings: number;
  patents: number;
  events: number;
}

const SETTING = 'demo';

/**
 * Fills an empty store with the demo: its history is played by the product's own services on a store in memory,
 * act by act at the day it happened, then copied as it is; indexes and notices follow from the log as always.
 * @throws Error when the store is not empty, or when an earlier loading did not come to its end.
 */
export async function loadDemo({
  services,
  models,
  clock,
  onProgress = () => {},
}: DemoParts): Promise<DemoResult> {
  await refuseUnlessEmpty(services);
  const stage = await openStage({
    clock,
    auditKey: await services.stores.settings.findOrKeep('auditKey', ''),
    levels: services.config.reviewLevels,
    files: services.files,
    search: services.search,
  });
  try {
    const cast = createCast(stage);
    await play(stage, await script(stage, cast), (done, total) => onProgress('history', done, total));
    await services.stores.settings.set(SETTING, { state: 'loading' });
    const result = await copy(stage.models, models, (done, total) => onProgress('copy', done, total));
    await services.stores.settings.set(SETTING, { state: 'loaded', at: clock.now() });
    onProgress('index', 0, 1);
    // Counted before the pairs are scored, so that their cards need not say that nothing was counted yet.
    await services.jobs.runNow('countWords');
    await services.background.drain();
    await decideMatches(
      services,
      createCast({ ...services, levels: services.config.reviewLevels }, cast.references),
    );
    await services.background.drain();
    await demoLooks({ services, models, clock });
    onProgress('index', 1, 1);
    return result;
  } finally {
    await stage.close();
  }
}

/** Whether anybody could sign in with the password everybody knows. */
export async function hasDemoAccounts({ accounts }: Pick<Services, 'accounts'>): Promise<boolean> {
  return (await accounts.demoAccounts()).length > 0;
}

/** Whether nothing has happened in the store yet, so that the demo may be loaded. */
export async function isEmptyStore({ stores }: Pick<Services, 'stores'>): Promise<boolean> {
  const [people, houses, { sequence }] = await Promise.all([
    stores.accounts.count({ text: null, state: null, officeRole: null }),
    stores.organisations.count({ verification: null, state: null, regions: null }),
    stores.eventLog.head(),
  ]);
  return people + houses + sequence === 0;
}

async function refuseUnlessEmpty(services: Services): Promise<void> {
  const begun = await services.stores.settings.find<{ state: string }>(SETTING);
  if (begun?.state === 'loading')
    throw new Error(
      'The demo was being loaded when the program stopped. Empty the data folder (or the database) and start again.',
    );
  if (!(await isEmptyStore(services)))
    throw new Error('The store is not empty; the demo is only loaded into a new one.');
}

async function script(stage: Stage, cast: Cast): Promise<Act[]> {
  const passwordHash = await stage.passwords.hash(DEMO_PASSWORD);
  const acts = [
    ...peopleActs(stage, cast, passwordHash),
    ...demoHouses.flatMap((house) => houseActs(stage, cast, house)),
    ...[...supplies, ...demands].flatMap((listing) => listingActs(stage, cast, listing)),
    ...dealActs(stage, cast, demoDeals),
  ];
  return acts.sort((one, other) => other.daysAgo - one.daysAgo);
}

/** Plays all acts in the order of time; the events of a day go to the log before the next day. */
async function play(
  { time, relay }: Stage,
  acts: Act[],
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  let day = Number.NaN;
  let orderOfDay = 0;
  for (const [index, act] of acts.entries()) {
    if (act.daysAgo !== day) {
      await relay.run();
      onProgress(index, acts.length);
      day = act.daysAgo;
      orderOfDay = 0;
    }
    time.set(day, orderOfDay);
    orderOfDay += 7;
    await act.play().catch((cause) => {
      throw new Error(`The demo could not play "${act.name}", ${act.daysAgo} days ago: ${cause}`, { cause });
    });
  }
  await relay.run();
  onProgress(acts.length, acts.length);
}

const COPIED = [
  'counters',
  'accounts',
  'organisations',
  'patents',
  'listings',
  'deals',
  'occurrences',
  'eventLog',
] as const;

/** Copies the played documents, one batch a noun, the log last: what is in it is there. */
async function copy(
  from: Models,
  to: Models,
  onProgress: (done: number, total: number) => void,
): Promise<DemoResult> {
  const counts: Partial<Record<(typeof COPIED)[number], number>> = {};
  for (const [index, name] of COPIED.entries()) {
    const source = from[name] as unknown as Models['listings'];
    const target = to[name] as unknown as Models['listings'];
    const documents = await source.find({}, null, { sort: { _id: 1 } }).lean();
    if (documents.length > 0) await target.insertMany(documents);
    counts[name] = documents.length;
    onProgress(index + 1, COPIED.length);
  }
  const { accounts = 0, organisations = 0, listings = 0, patents = 0, eventLog = 0 } = counts;
  return { accounts, organisations, listings, patents, events: eventLog };
}
