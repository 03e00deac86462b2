import type { ListingRecord } from '../../../models/records.ts';
import type { Act } from './ledger.ts';
import type { MarketState } from './readMarket.ts';
import { expectOnce, report, type ServerCrashResult } from './result.ts';

type Check<Kind extends Act['kind']> = (act: Extract<Act, { kind: Kind }>) => void;
type Checks = { [Kind in Act['kind']]: Check<Kind> };

/** Looks for every acknowledged act, and for anything that is there twice, acknowledged or not. */
export function checkActs(acts: Act[], market: MarketState, result: ServerCrashResult): void {
  const checks = checksOf(market, result);
  for (const act of acts) (checks[act.kind] as (act: Act) => void)(act);
  const { listings, deals, matches, events } = market;
  const demands = listings.filter(({ kind }) => kind === 'demand');
  once(result, 'the demand', demands.map(titleOf));
  once(
    result,
    'the row',
    listings.flatMap(({ external }) => (external ? [keyOf(external)] : [])),
  );
  once(
    result,
    'the request',
    deals.map(({ answers }) => answers.about),
  );
  once(
    result,
    'the message',
    deals.flatMap(({ _id, messages }) => messages.map(({ text }) => `${_id} ${text}`)),
  );
  once(
    result,
    'the pair',
    matches.map(({ pairKey }) => pairKey),
  );
  const suggested = events.filter(({ name }) => name === 'match.suggest');
  once(
    result,
    'the suggestion',
    suggested.map(({ detail }) => `${detail.demand} ${detail.supply}`),
  );
  const steps = events.filter(({ name }) => /^listing\.(start|submit|recommend|approve)$/.test(name));
  once(
    result,
    'the step',
    steps.map(({ name, subject }) => `${name} ${subject.id}`),
  );
}

function checksOf(market: MarketState, result: ServerCrashResult): Checks {
  const { listings, deals, events } = market;
  const byReference = new Map(listings.map((listing) => [listing._id, listing]));
  const byExternal = Map.groupBy(listings, ({ external }) => (external ? keyOf(external) : ''));
  const byDeal = new Map(deals.map((deal) => [deal._id, deal]));
  const logged = Map.groupBy(events, ({ name, subject }) => `${name} ${subject.id}`);
  const expectEvent = (name: string, id: string) =>
    expectOnce(result, logged.get(`${name} ${id}`)?.length ?? 0, `${name} of ${id}`);
  const expectDealEvent = (name: string, deal: string, house: string) => {
    const same = (logged.get(`deal.${name} ${deal}`) ?? []).filter(
      ({ actor }) => actor.organisationId === house,
    );
    expectOnce(result, same.length, `${name} of ${deal} by ${house}`);
  };
  const expect = (isThere: boolean | undefined, what: string) => {
    if (isThere !== true) report(result, 'lost', what);
  };

  return {
    listing({ reference, title }) {
      const listing = byReference.get(reference);
      expect(listing && titleOf(listing) === title, `the listing ${reference}`);
      expectEvent('listing.start', reference);
    },
    saved({ reference, field, text }) {
      const listing = byReference.get(reference);
      const content = (listing?.draft ?? listing?.live)?.content[field] as { zh?: string } | undefined;
      expect(content?.zh === text, `what was saved of ${reference}`);
    },
    move: ({ reference, event }) => expectEvent(`listing.${event}`, reference),
    deal({ deal, about }) {
      expect(byDeal.get(deal)?.answers.about === about, `the request ${deal}`);
      expectEvent('deal.request', deal);
    },
    dealMove: ({ deal, event, by }) => expectDealEvent(event, deal, by),
    message: ({ deal, text }) =>
      expect(
        byDeal.get(deal)?.messages.some((message) => message.text === text),
        `${text} in ${deal}`,
      ),
    rows({ source, ids, isApproved }) {
      for (const id of ids) {
        const [listing, ...more] = byExternal.get(keyOf({ source, id })) ?? [];
        expectOnce(result, listing ? 1 + more.length : 0, `the row ${id} of ${source}`);
        if (isApproved) expect(listing?.publication === 'published', `the approval of ${id} of ${source}`);
      }
    },
  };
}

const titleOf = ({ live, draft }: ListingRecord) =>
  ((live ?? draft)?.content.title as { zh?: string } | undefined)?.zh ?? '';
const keyOf = ({ source, id }: { source: string; id: string }) => `${source} ${id}`;

function once(result: ServerCrashResult, what: string, keys: string[]): void {
  for (const [key, same] of Map.groupBy(keys, (each) => each))
    if (same.length > 1) report(result, 'twice', `${what} ${key}, ${same.length} times`);
}
