import type { ListingRecord } from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import { conflict } from '../errors.ts';
import { newId } from '../newId.ts';
import type { PatentClaims } from '../patents/patentClaims.ts';
import { type Contact, type DealFile, type DealRecord, type DealTerms, otherSide } from './deal.ts';
import type { DealMoves } from './dealMoves.ts';
import type { DealStore } from './dealStore.ts';

/** Which deal, as the person saw it. */
export interface DealAct {
  actor: Actor;
  reference: string;
  revision: number;
}

export interface CodedReason {
  reason: string;
  text: string | null;
}

const MOST_MESSAGES = 500;

/** The right that terms need, and the patents it was claimed on. */
interface RightClaim {
  kind: 'exclusive-licence' | 'sole-licence' | null;
  patentIds: string[];
}

/** What the two sides do once there is interest. */
export function createDealService({
  store,
  moves,
  claims,
}: {
  store: DealStore;
  moves: DealMoves;
  claims: PatentClaims;
}) {
  const plain = (act: DealAct, event: string) => moves.move({ ...act, event, set: () => ({}) });

  /** Takes what the terms need; what an earlier try for other terms left on the patents goes. */
  async function claimRight(actor: Actor, deal: DealRecord, { patentIds }: ListingRecord, claim: RightClaim) {
    if (claim.kind === null) return claims.release(actor, patentIds, deal._id);
    claim.patentIds = patentIds;
    await claims.claim(actor, patentIds, { kind: claim.kind, by: deal._id });
  }

  /** Somebody else changed the deal after the claim: the right stays only if it was the same confirmation. */
  async function giveBack({ actor, reference }: DealAct, patentIds: string[]): Promise<void> {
    const { agreement } = await store.get(reference);
    if (agreement === null) await claims.release(actor, patentIds, reference);
  }

  return {
    get: store.get,
    accept: (act: DealAct) => plain(act, 'accept'),
    signNda: (act: DealAct) => plain(act, 'sign-nda'),
    negotiate: (act: DealAct) => plain(act, 'negotiate'),

    decline: (act: DealAct, { reason, text }: CodedReason) =>
      moves.move({
        ...act,
        event: 'decline',
        reason,
        text,
        set: (_deal, side) => ({ outcome: { reason, text, side } }),
      }),

    /** Breaks off; a right that was claimed for this deal is free again. */
    async fail(act: DealAct, { reason, text }: CodedReason): Promise<DealRecord> {
      const deal = await moves.move({
        ...act,
        event: 'fail',
        reason,
        text,
        set: (_deal, side) => ({
          outcome: { reason, text, side },
          waitingFor: null,
          dueAt: null,
          isOverdue: false,
        }),
      });
      if (deal.agreement !== null) await claims.release(act.actor, deal.agreement.patentIds, deal._id);
      return deal;
    },

    message: (act: DealAct, { text, files }: { text: string; files: DealFile[] }) =>
      moves.move({
        ...act,
        event: 'message',
        text,
        detail: { files: files.map(({ fileId }) => fileId) },
        set: (deal, side, at) => ({
          messages: [
            ...deal.messages.slice(1 - MOST_MESSAGES),
            { id: newId(), at, side: side ?? 'owner', accountId: act.actor.accountId, text, files },
          ],
        }),
      }),

    /** One way and for this counterpart only; logged. */
    disclose: (act: DealAct, contact: Contact) =>
      moves.move({
        ...act,
        event: 'disclose',
        set: (deal, side, at) => ({
          disclosures: [
            ...deal.disclosures,
            { side: side ?? 'owner', at, accountId: act.actor.accountId, contact },
          ],
        }),
      }),

    /** A new version of the terms; whoever proposes a version stands by it. */
    propose: (act: DealAct, terms: DealTerms, note: string) =>
      moves.move({
        ...act,
        event: 'propose',
        terms,
        detail: { licenceKind: terms.licenceKind },
        set: (deal, side, at) => {
          const own = side ?? 'owner';
          const version = deal.proposals.length + 1;
          const proposal = {
            version,
            at,
            side: own,
            accountId: act.actor.accountId,
            terms,
            note,
            confirmedBy: [own],
          };
          return { proposals: [...deal.proposals, proposal], waitingFor: otherSide(own) };
        },
      }),

    /** Confirms the other side's latest version: both stand by the same one, so the terms are agreed. */
    async agree(act: DealAct, version: number): Promise<DealRecord> {
      const { proposals } = await store.get(act.reference);
      const proposal = proposals.at(-1);
      if (proposal === undefined || proposal.version !== version) throw conflict();
      const { terms } = proposal;
      const claim = { kind: exclusiveClaim(terms), patentIds: [] as string[] };
      const agreed = moves.move({
        ...act,
        event: 'agree',
        terms,
        detail: { version, licenceKind: terms.licenceKind },
        before: (deal, listing) => claimRight(act.actor, deal, listing, claim),
        set: (_deal, _side, at) => ({
          proposals: proposals.map((each) =>
            each === proposal ? { ...each, confirmedBy: ['owner', 'requester'] } : each,
          ),
          agreement: { version, at, terms, patentIds: claim.patentIds },
          waitingFor: null,
        }),
      });
      return agreed.catch(async (error: unknown) => {
        await giveBack(act, claim.patentIds);
        throw error;
      });
    },

    /** The patentee has seen the written notice under its open licence. */
    deliver: (act: DealAct) =>
      moves.move({
        ...act,
        event: 'deliver',
        set: ({ notice }, _side, at) => ({
          notice: notice && { ...notice, state: 'notice-delivered', deliveredAt: at },
        }),
      }),
  };
}

export type DealService = ReturnType<typeof createDealService>;

function exclusiveClaim({ contractType, licenceKind }: DealTerms): RightClaim['kind'] {
  if (contractType !== 'LIC') return null;
  if (licenceKind === 'exclusive') return 'exclusive-licence';
  return licenceKind === 'sole' ? 'sole-licence' : null;
}
