import { readdir } from 'node:fs/promises';
import type { LoggedEvent } from '../../../models/records.ts';
import { HOUSES } from './person.ts';
import type { MarketState } from './readMarket.ts';
import { report, type ServerCrashResult } from './result.ts';

/** Who is told of an event: all of them, or at least one of the office's people for a region. */
type Expected = { all: string[] } | { some: string[] };

/** Every notice that somebody should have got, once, and the letter of each, once. */
export async function checkNews(
  mailFolder: string,
  market: MarketState,
  result: ServerCrashResult,
): Promise<void> {
  const houses = new Map([
    ...market.listings.map(({ _id, organisationId }): [string, string] => [_id, organisationId]),
    ...market.deals.map(({ _id, requester }): [string, string] => [_id, requester.organisationId]),
  ]);
  const told = Map.groupBy(market.notices, ({ _id }) => _id.split(':')[0] ?? '');
  for (const event of market.events) {
    const got = (told.get(event._id) ?? []).map(({ accountId }) => accountId);
    const problem = problemOf(expectedOf(event, houses), got.toSorted());
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

/** `houses`: whose a listing is, and who asked in a deal. */
function expectedOf(event: LoggedEvent, houses: Map<string, string>): Expected {
  const house = houses.get(event.subject.id) ?? '';
  if (event.name === 'import.end') return expectedOfImport(event);
  if (event.detail.isImport === true) return { all: [] };
  if (/^listing\.(submit|recommend)$/.test(event.name))
    return { some: [house === 'institute' ? 'city' : 'city-of-firm', 'province'] };
  if (event.name === 'listing.approve') return { all: peopleOf(house) };
  if (/^deal\.(request|accept|message|disclose|propose|agree|fail)$/.test(event.name))
    return { all: peopleOf(event.actor.organisationId === 'institute' ? house : 'institute') };
  return { all: [] };
}

/** One notice for a file: for the office where rows wait, and for the house besides whoever brought it in. */
function expectedOfImport({ actor, detail }: LoggedEvent): Expected {
  const house = peopleOf(String(detail.organisationId)).filter((name) => name !== actor.accountId);
  return Number(detail.waiting) > 0 ? { some: ['city', 'province', ...house] } : { all: house };
}

function peopleOf(house: string): string[] {
  return Object.keys(HOUSES).filter((name) => HOUSES[name] === house);
}

function problemOf(expected: Expected, got: string[]): 'lost' | 'wrong' | null {
  if ('all' in expected) {
    if (expected.all.some((name) => !got.includes(name))) return 'lost';
    return got.length > expected.all.length ? 'wrong' : null;
  }
  if (got.length === 0) return 'lost';
  return got.every((name) => expected.some.includes(name)) ? null : 'wrong';
}
