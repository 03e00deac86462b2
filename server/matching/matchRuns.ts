import type { ListingRecord } from '../../models/records.ts';
import type { Clock } from '../clock.ts';
import { shanghaiDate } from '../clock.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import { createBreather } from './breather.ts';
import type { EvidenceOf } from './evidence/createEvidence.ts';
import type { MatchEvidence } from './evidence/explainMatch.ts';
import type { MatchFinder, ScoredPair } from './finding/matchFinder.ts';
import { type MatchRecord, type MatchSide, pairKeyOf } from './match.ts';
import { type MatchingText, matchingText } from './matchingText.ts';
import type { MatchMoves } from './matchMoves.ts';
import type { MatchStore } from './matchStore.ts';
import type { SuggestionChoice, SuggestionChoices } from './suggestionChoice.ts';

/** Pairs below this are not suggested, and no more than so many a listing. */
export const SUGGESTED_FROM = 300;
const MOST_SUGGESTED = 30;

interface RunParts {
  store: MatchStore;
  moves: MatchMoves;
  finder: MatchFinder;
  evidenceOf: EvidenceOf;
  choices: SuggestionChoice;
  findListing: (reference: string) => Promise<ListingRecord | null>;
  findListings: (references: string[]) => Promise<ListingRecord[]>;
  nextReference: (year: number) => Promise<string>;
  recorder: ChangeRecorder;
  clock: Clock;
}

interface Pair {
  scored: ScoredPair;
  supply: ListingRecord;
  demand: ListingRecord;
}

/**
 * Brings the suggestions of a listing to what its live text and the index say. State-based: doing it twice, or
 * after being killed in the middle, gives the same pairs once.
 */
export function createMatchRuns(parts: RunParts) {
  const { store, moves, finder, recorder, clock } = parts;
  const evidenceOf = ({ scored, supply }: Omit<Pair, 'demand'>) => parts.evidenceOf(scored, supply.patentIds);

  async function suggest(pair: Pair): Promise<void> {
    const evidence = await evidenceOf(pair);
    const { supply, demand, scored } = pair;
    const detail = { supply: supply._id, demand: demand._id, score: scored.score };
    const { at, event, entry } = recorder.record('match', {
      actor: null,
      role: 'clock',
      event: 'suggest',
      detail,
    });
    await store.add({
      ...newMatch(pair, evidence, at),
      _id: await parts.nextReference(Number(shanghaiDate(clock.now()).slice(0, 4))),
      history: [entry],
      pending: [event],
    });
  }

  /** New evidence for a suggestion; a decided pair keeps what it was decided on and only says that a text changed. */
  async function renew(match: MatchRecord, pair: Pair): Promise<void> {
    const { versions } = match.evidence;
    const hasOtherText =
      versions.supplyVersion !== pair.scored.supply.version ||
      versions.demandVersion !== pair.scored.demand.version;
    const act = { actor: null, reference: match._id };
    let { revision } = match;
    if (!match.isOpen)
      revision = (await moves.move({ ...act, revision, event: 'reopen', set: () => ({ isOpen: true }) }))
        .revision;
    if (match.state !== 'suggested') {
      if (hasOtherText && !match.hasChanged)
        await moves.move({ ...act, revision, event: 'change', set: () => ({ hasChanged: true }) });
      return;
    }
    const evidence = await evidenceOf(pair);
    const isSame =
      !hasOtherText &&
      evidence.versions.algorithm === versions.algorithm &&
      evidence.versions.weights === versions.weights &&
      evidence.score === match.score &&
      JSON.stringify(evidence.gates) === JSON.stringify(match.evidence.gates);
    if (isSame && match.isSilent === (pair.demand.visibility === 'silent')) return;
    await moves.move({
      ...act,
      revision,
      event: 'refresh',
      detail: { score: evidence.score },
      set: () => computedFields(pair, evidence),
    });
  }

  async function close(match: MatchRecord): Promise<void> {
    if (match.isOpen)
      await moves.move({
        actor: null,
        reference: match._id,
        revision: match.revision,
        event: 'close',
        set: () => ({ isOpen: false }),
      });
  }

  async function pairsOf(
    listing: ListingRecord,
    text: MatchingText,
    { wants }: SuggestionChoices,
  ): Promise<Pair[]> {
    if (!wants(listing.organisationId)) return [];
    const scored = listing.kind === 'demand' ? await finder.suppliesFor(text) : await finder.demandsFor(text);
    const others = await parts.findListings(
      scored.slice(0, MOST_SUGGESTED * 2).map((pair) => otherText(pair, listing).reference),
    );
    const byReference = new Map(others.map((other) => [other._id, other]));
    const pairs = scored.flatMap((pair): Pair[] => {
      const other = byReference.get(otherText(pair, listing).reference);
      if (other === undefined || pair.score < SUGGESTED_FROM || !isPossible(listing, other)) return [];
      if (!wants(other.organisationId)) return [];
      return [
        listing.kind === 'demand'
          ? { scored: pair, supply: other, demand: listing }
          : { scored: pair, supply: listing, demand: other },
      ];
    });
    return pairs.slice(0, MOST_SUGGESTED);
  }

  /** A pair that is no longer among the best of this listing may still be good: it is scored once more by itself. */
  async function rescore(match: MatchRecord, listing: ListingRecord, text: MatchingText): Promise<void> {
    const other = await parts.findListing(match.supply === listing._id ? match.demand : match.supply);
    const theirs = other?.publication === 'published' ? matchingText(other) : null;
    if (other === null || theirs === null) return close(match);
    const isDemand = listing.kind === 'demand';
    const alone = isDemand ? finder.score(text, theirs) : finder.score(theirs, text);
    // Nobody looked for it now: how it was once found still holds.
    const scored = { ...alone, isFoundByVectors: match.evidence.isFoundByVectors === true };
    if (scored.score < SUGGESTED_FROM && match.state === 'suggested') return close(match);
    return renew(
      match,
      isDemand ? { scored, supply: other, demand: listing } : { scored, supply: listing, demand: other },
    );
  }

  return {
    /** The evidence of two listings as it would be made now; null when one of them is not published. */
    async explain(demand: ListingRecord, supply: ListingRecord): Promise<MatchEvidence | null> {
      if (demand.publication !== 'published' || supply.publication !== 'published') return null;
      const [asked, offered] = [matchingText(demand), matchingText(supply)];
      if (asked === null || offered === null) return null;
      return evidenceOf({ scored: finder.score(asked, offered), supply });
    },

    /** Computes, renews or closes the pairs of one listing. */
    async run(reference: string): Promise<void> {
      const listing = await parts.findListing(reference);
      if (listing === null) return;
      const side: MatchSide = listing.kind === 'demand' ? 'demand' : 'supply';
      const text = listing.publication === 'published' ? matchingText(listing) : null;
      const known = await store.ofListing(side, reference, ['suggested', 'approved', 'dismissed']);
      if (text === null) {
        for (const match of known) await close(match);
        return;
      }
      const choices = await parts.choices();
      const pairs = await pairsOf(listing, text, choices);
      const keys = pairs.map(({ supply, demand }) => pairKeyOf(demand._id, supply._id));
      const existing = new Map((await store.findPairs(keys)).map((match) => [match.pairKey, match]));
      const breathe = createBreather();
      for (const [index, pair] of pairs.entries()) {
        await breathe();
        const match = existing.get(keys[index] ?? '');
        if (match === undefined) await suggest(pair);
        else await renew(match, pair);
      }
      for (const match of known)
        if (!existing.has(match.pairKey) && !choices.hides(match)) await rescore(match, listing, text);
    },
  };
}

export type MatchRuns = ReturnType<typeof createMatchRuns>;

/** A house is not matched with itself, and only what is published is matched. */
function isPossible(listing: ListingRecord, other: ListingRecord): boolean {
  return other.publication === 'published' && other.organisationId !== listing.organisationId;
}

function otherText({ demand, supply }: ScoredPair, listing: ListingRecord): MatchingText {
  return listing.kind === 'demand' ? supply : demand;
}

/** What every run writes anew. */
function computedFields({ supply, demand }: Pair, evidence: MatchEvidence) {
  return {
    isSilent: demand.visibility === 'silent',
    isOpen: true,
    score: evidence.score,
    isBlocked: evidence.isBlocked,
    evidence,
    regionPath: [...new Set([...demand.regionPath, ...supply.regionPath])],
    field: evidence.inputs.demand.field ?? evidence.inputs.supply.field,
  };
}

function newMatch(
  pair: Pair,
  evidence: MatchEvidence,
  at: Date,
): Omit<MatchRecord, '_id' | 'history' | 'pending'> {
  const { supply, demand } = pair;
  return {
    ...computedFields(pair, evidence),
    pairKey: pairKeyOf(demand._id, supply._id),
    supply: supply._id,
    demand: demand._id,
    supplyOrganisationId: supply.organisationId,
    demandOrganisationId: demand.organisationId,
    state: 'suggested',
    hasChanged: false,
    note: null,
    dismissal: null,
    answers: { supply: null, demand: null },
    createdAt: at,
    updatedAt: at,
    decidedAt: null,
    revision: 1,
  };
}
