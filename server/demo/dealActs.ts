import type { Actor } from '../accounts/actor.ts';
import { FEN_PER_WAN } from '../catalogue/inputs/amounts.ts';
import type { DealTerms } from '../deals/deal.ts';
import { type Act, act, type Cast } from './cast.ts';
import { demands } from './demands/demands.ts';
import { DEAL_CLOCK_DAYS, type DealStep, type DemoDeal, type DemoTerms } from './demoDeals.ts';
import type { HouseKey } from './demoTypes.ts';
import type { Stage } from './stage.ts';
import { supplies } from './supplies/supplies.ts';

/** What people did who were interested in one another, by the services of deals. */
export function dealActs(stage: Stage, cast: Cast, deals: readonly DemoDeal[]): Act[] {
  const clock = DEAL_CLOCK_DAYS.map((daysAgo) =>
    act(daysAgo, 'deals: clock', () => stage.deals.jobs.remindAndLapse()),
  );
  return [...deals.flatMap((deal) => actsOf(stage, cast, deal)), ...clock];
}

function actsOf(stage: Stage, cast: Cast, deal: DemoDeal): Act[] {
  const begin = act(deal.daysAgo, `${deal.key}: request`, () => request(stage, cast, deal));
  const steps = deal.steps.map((step) =>
    act(step.daysAgo, `${deal.key}: ${step.event}`, () => take(stage, cast, deal, step)),
  );
  return [begin, ...steps];
}

async function request({ deals }: Stage, cast: Cast, deal: DemoDeal): Promise<void> {
  const counterpart = deal.counterpart ? (await cast.listing(deal.counterpart))._id : null;
  const wanted = {
    actor: await cast.author(deal.requester),
    listing: (await cast.listing(deal.listing))._id,
    requestKind: deal.requestKind,
    answers: deal.answers,
    counterpartListing: counterpart,
    isAnonymous: deal.isAnonymous === true,
    submissionKey: `demo ${deal.key}`,
  };
  const begun = await (deal.noticeOfUse
    ? deals.requests.giveNotice(wanted, deal.noticeOfUse)
    : deals.requests.request(wanted));
  cast.references.set(deal.key, begun._id);
}

async function take({ deals, time }: Stage, cast: Cast, deal: DemoDeal, step: DealStep): Promise<void> {
  const { service } = deals;
  const actor = await cast.author(step.by === 'requester' ? deal.requester : ownerOf(deal.listing));
  const {
    _id: reference,
    revision,
    proposals,
  } = await service.get(cast.references.get(deal.key) ?? deal.key);
  const seen = { actor, reference, revision };
  const moves: Record<DealStep['event'], () => Promise<unknown>> = {
    accept: () => service.accept(seen),
    'sign-nda': () => service.signNda(seen),
    negotiate: () => service.negotiate(seen),
    deliver: () => service.deliver(seen),
    disclose: () => service.disclose(seen, contactOf(actor)),
    agree: () => service.agree(seen, proposals.length),
    decline: () => service.decline(seen, reasonOf(step)),
    fail: () => service.fail(seen, reasonOf(step)),
    message: () => service.message(seen, { text: step.event === 'message' ? step.text : '', files: [] }),
    propose: async () => {
      if (step.event === 'propose') await service.propose(seen, termsOf(step.terms, time.day), step.note);
    },
  };
  await moves[step.event]();
}

function ownerOf(listingKey: string): HouseKey {
  const found = [...supplies, ...demands].find(({ key }) => key === listingKey);
  if (found === undefined) throw new Error(`the demo has no listing ${listingKey}`);
  return found.owner;
}

/** Invented numbers of a range that is not given to anybody. */
function contactOf({ name, accountId }: Actor) {
  return {
    name,
    mail: `${accountId.slice(0, 4)}@demo.dual-helix.invalid`,
    phone: `000-0000${accountId.slice(0, 4)}`,
  };
}

function reasonOf(step: DealStep): { reason: string; text: string } {
  return step.event === 'decline' || step.event === 'fail'
    ? { reason: step.reason, text: step.text }
    : { reason: '', text: '' };
}

function termsOf(terms: DemoTerms, day: (fromNow: number) => string): DealTerms {
  const money = (wan: number) => ({ fen: wan * FEN_PER_WAN, currency: 'CNY' });
  return {
    contractType: 'LIC',
    licenceKind: terms.licenceKind,
    use: terms.use,
    territory: '中国境内',
    periodFrom: day(terms.from),
    periodTo: day(terms.to),
    paymentMode: terms.paymentMode,
    fee: money(terms.fee),
    royaltyBase: terms.royaltyBase ?? null,
    royaltyRate: terms.rate === undefined ? null : terms.rate * 100,
    total: money(terms.total),
    technology: money(terms.technology),
    other: terms.other,
  };
}
