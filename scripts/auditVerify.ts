import { verifyChain } from '../server/relay/hashChain.ts';
import { openForScript } from './openForScript.ts';

const EXPLANATIONS = {
  gap: 'the number before it is missing.',
  link: 'it does not name the hash of the event before it.',
  hash: 'its content does not fit its hash.',
};

/** Checks every link of the event log; names the first that does not hold and ends with 1. */
const { services, close } = await openForScript();
const { rows, headSequence, headHash, broken } = await verifyChain(services.stores.eventLog.all());
if (broken === null)
  console.log(`${rows} events verified; the head is ${headSequence} with hash ${headHash}.`);
else {
  console.error(
    `The log is broken at event ${broken.sequence} (${broken.eventId}): ${EXPLANATIONS[broken.problem]} ${rows} events before it hold.`,
  );
  process.exitCode = 1;
}
await close();
