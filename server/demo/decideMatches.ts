import { type MatchRecord, pairKeyOf, sideOrganisation } from '../matching/match.ts';
import { createMatchMoves } from '../matching/matchMoves.ts';
import { createMatchService } from '../matching/matchService.ts';
import type { Services } from '../services.ts';
import { type Cast, houseIdOf } from './cast.ts';
import { demoHouses } from './demoHouses.ts';
import { type DemoMatch, demoMatches } from './demoMatches.ts';
import { markingRecorder } from './markingRecorder.ts';

/** Decides on what matching suggested, as operators and parties would. @returns how many pairs were decided. */
export async function decideMatches({ matching, recorder }: Services, cast: Cast): Promise<number> {
  const { store, choices } = matching;
  const service = createMatchService({
    store,
    choices,
    moves: createMatchMoves({ store, recorder: markingRecorder(recorder, () => 'recent'), choices }),
  });
  let decided = 0;
  for (const decision of demoMatches) {
    const match = await find(store, cast, decision);
    if (match === undefined || match.state !== 'suggested') continue;
    if (await decide(service, cast, match, decision)) decided += 1;
  }
  return decided;
}

type MatchService = ReturnType<typeof createMatchService>;

async function find(
  store: Services['matching']['store'],
  cast: Cast,
  { demand, supply }: DemoMatch,
): Promise<MatchRecord | undefined> {
  const [demandReference, supplyReference] = [cast.references.get(demand), cast.references.get(supply)];
  if (demandReference === undefined || supplyReference === undefined) return undefined;
  return (await store.findPairs([pairKeyOf(demandReference, supplyReference)]))[0];
}

async function decide(
  service: MatchService,
  cast: Cast,
  match: MatchRecord,
  decision: DemoMatch,
): Promise<boolean> {
  const operator = await cast.provinceOperator(match.regionPath);
  const seen = { actor: operator, reference: match._id, revision: match.revision };
  if (decision.decision === 'dismiss') {
    await service.dismiss(seen, decision.reason ?? 'other', decision.text ?? null);
    return true;
  }
  const { approved } = await service.approveMany(operator, [seen]);
  if (approved.length === 0) return false;
  if (decision.answer) await answer(service, cast, match, decision.answer);
  return true;
}

async function answer(
  service: MatchService,
  cast: Cast,
  match: MatchRecord,
  { side, ...said }: NonNullable<DemoMatch['answer']>,
): Promise<void> {
  const house = demoHouses.find(({ key }) => houseIdOf(key) === sideOrganisation(match, side));
  if (house === undefined) return;
  const actor = await cast.author(house.key);
  await service.answer({ actor, reference: match._id, revision: match.revision + 1 }, said);
}
