import type { Changing } from '../../../models/records.ts';
import type { MarketState } from './readMarket.ts';
import { expectOnce, report, type ServerCrashResult } from './result.ts';

/** Documents, their histories and the log tell the same story, and everybody has read the log to its end. */
export function checkTrail(market: MarketState, result: ServerCrashResult): void {
  const wrong = (problem: string) => report(result, 'wrong', problem);
  const { events, cursors, deadLetters, runs } = market;
  const loggedIds = Map.groupBy(events, ({ subject }) => `${subject.noun} ${subject.id}`);
  for (const [noun, documents] of Object.entries(documentsOf(market))) {
    for (const document of documents) {
      const name = `${noun} ${document._id}`;
      const logged = (loggedIds.get(name) ?? []).map(({ _id }) => _id);
      if (document.pending.length > 0) wrong(`${name} still has events that wait`);
      if (noun !== 'patent' && document.revision !== document.history.length)
        wrong(`${name} has revision ${document.revision} and ${document.history.length} entries`);
      for (const { eventId, event } of document.history)
        expectOnce(result, logged.filter((id) => id === eventId).length, `${event} of ${name} in the log`);
      if (logged.length !== document.history.length)
        wrong(`the log has ${logged.length} events of ${name}, its history ${document.history.length}`);
    }
  }
  const head = Math.max(...events.map(({ sequence }) => sequence));
  for (const { _id, sequence, lastError } of cursors)
    if (sequence !== head) wrong(`${_id} has read to ${sequence} of ${head}: ${lastError ?? ''}`);
  for (const letter of deadLetters) wrong(`an event was put aside: ${JSON.stringify(letter)}`);
  for (const { fileName, state, counts } of runs)
    if (state !== 'uploaded' && (state !== 'done' || counts.added + counts.known !== counts.total))
      wrong(`the import of ${fileName} is ${state}: ${JSON.stringify(counts)}`);
}

/** Each right on a patent is held by the deal that agreed on it, and each such deal holds its rights. */
export function checkRights({ deals, patents }: MarketState, result: ServerCrashResult): void {
  const agreed = deals.filter(({ state }) => state === 'agreed');
  const due = agreed.flatMap(
    ({ _id, agreement }) => agreement?.patentIds.map((id) => `${id} by ${_id}`) ?? [],
  );
  const held = patents.flatMap(({ _id, encumbrances }) => encumbrances.map(({ by }) => `${_id} by ${by}`));
  for (const right of due)
    expectOnce(result, held.filter((one) => one === right).length, `the right ${right}`);
  for (const right of held)
    if (!due.includes(right)) report(result, 'wrong', `nobody agreed on the right ${right}`);
}

const documentsOf = ({ listings, deals, matches, patents }: MarketState): Record<string, Changing[]> => ({
  listing: listings,
  deal: deals,
  match: matches,
  patent: patents,
});
