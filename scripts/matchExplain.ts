import { recomputed } from '../server/matching/evidence/explainMatch.ts';
import { openForScript } from './openForScript.ts';

/** Prints the evidence of one pair, whichever of the two is named first, as JSON; ends with 1 when there is none. */
const [first, second] = process.argv.slice(2);
if (first === undefined || second === undefined) {
  console.error('npm run match:explain -- LISTING LISTING');
  process.exit(2);
}
const { services, close } = await openForScript();
try {
  const listings = await services.stores.listings.findMany([first, second]);
  const demand = listings.find(({ kind }) => kind === 'demand');
  const supply = listings.find(({ kind }) => kind !== 'demand');
  const evidence = demand && supply ? await services.matching.runs.explain(demand, supply) : null;
  if (evidence === null) {
    console.error('One of the two has to be a published demand, the other a published supply.');
    process.exitCode = 1;
  } else
    console.log(
      JSON.stringify(
        { demand: demand?._id, supply: supply?._id, ...evidence, recomputed: recomputed(evidence) },
        null,
        2,
      ),
    );
} finally {
  await close();
}
