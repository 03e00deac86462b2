import { parseArgs } from 'node:util';
import { driftCount } from '../server/search/reconcile.ts';
import { INDEXES } from '../server/search/searchConsumer.ts';
import { openForScript } from './openForScript.ts';

/** Compares both indexes with the store; repairs unless `--check` is given, then ends with 1 when something differs. */
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const { services, close } = await openForScript();
await services.background.drain();
const found = values.check
  ? {
      public: await services.reconciler.drift('public'),
      matching: await services.reconciler.drift('matching'),
    }
  : await services.reconciler.repair();
let total = 0;
for (const index of INDEXES) {
  const { expected, missing, stale, orphaned } = found[index];
  total += driftCount(found[index]);
  console.log(
    `${index}: ${expected} documents, ${missing.length} missing, ${stale.length} stale, ${orphaned.length} orphaned`,
  );
}
console.log(`drift ${total}${values.check || total === 0 ? '' : ', repaired'}`);
if (values.check && total > 0) process.exitCode = 1;
await close();
