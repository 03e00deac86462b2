import { openForScript } from './openForScript.ts';

/** Builds both indexes anew while the old ones serve. */
const { services, close } = await openForScript();
const counts = await services.reconciler.rebuild((index, count) =>
  process.stderr.write(`\r${index}: ${count}   `),
);
process.stderr.write('\n');
console.log(`public: ${counts.public} documents, matching: ${counts.matching} documents`);
await close();
