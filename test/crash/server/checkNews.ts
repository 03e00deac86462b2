import { readdir } from 'node:fs/promises';
import type { LoggedEvent } from '../../../models/records.ts';
import type { MarketState } from './readMarket.ts';
import { report, type ServerCrashResult } from './result.ts';

/** Who is told of an event: all of them, or at least one of the office's people for a region. */
type Expected = { all: string[] } | { some: string[] };

const HOUSES: Record<string, string> = { institute: 'researcher', firm: 'buyer', rival: 'competitor' };

/** Every notice that somebody should have got, once, and the letter of each, once. */
export async function checkNews(
  mailFolder: string,
  market: MarketState,
  result: ServerCrashResult,
): Promise<void> {
  const owners = new Map(market.listings.map(({ _id, organisationId }) => [_id, organisationId]));
  const told = Map.groupBy(market.notices, ({ _id }) => _id.split(':')[0] ?? '');
  for (const event of market.events) {
    const got = (told.get(event._id) ?? []).map(({ accountId }) => accountId);
    const problem = problemOf(expectedOf(event, owners), got.toSorted());
    const what = `${event.name} of ${event.subject.id} was told to ${got.join(', ') || 'nobody'}`;
    if (problem !== null) report(result, problem, what);
  }
  const letters = (await readdir(mailFolder)).filter((name) => name.endsWith('.eml'));
  const expected = new Set(market.notices.map(({ _id }) => `${_id.replaceAll(':', '-')}.eml`));
  for (const letter of letters)
    if (!expected.delete(letter)) report(result, 'wrong', `nobody was to get the letter ${letter}`);
  for (const letter of expected) report(result, 'lost', `the letter ${letter}`);
  for (const { _id, isMailed } of market.notices)
    if (!isMailed) report(result, 'wrong', `the letter of ${_id} still waits`);
}

function expectedOf(event: LoggedEvent, owners: Map<string, string>): Expected {
  const organisationId = owners.get(event.subject.id) ?? '';
  if (/^listing\.(submit|recommend)$/.test(event.name))
    return { some: [organisationId === 'institute' ? 'city' : 'city-of-firm', 'province'] };
  if (event.name === 'listing.approve') return { all: [HOUSES[organisationId] ?? ''] };
  if (/^deal\.(request|accept|message)$/.test(event.name))
    return { all: [event.actor.organisationId === 'institute' ? 'competitor' : 'researcher'] };
  return { all: [] };
}

function problemOf(expected: Expected, got: string[]): 'lost' | 'wrong' | null {
  if ('all' in expected) {
    if (expected.all.some((name) => !got.includes(name))) return 'lost';
    return got.length > expected.all.length ? 'wrong' : null;
  }
  if (got.length === 0) return 'lost';
  return got.every((name) => expected.some.includes(name)) ? null : 'wrong';
}
