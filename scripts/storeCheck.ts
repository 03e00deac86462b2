import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkStore } from '../models/embedded/checkStore.ts';
import { STORE } from '../server/backup/backupManifest.ts';
import { checkFiles } from '../server/backup/checkFiles.ts';
import { readConfig } from '../server/config.ts';

/** Checks the embedded store and its files, also while the server runs; `--thorough` reads every file. Ends with 1 on a problem. */
const { values } = parseArgs({ options: { thorough: { type: 'boolean', default: false } } });
const { dataDirectory, mongodbUri } = readConfig();
if (mongodbUri)
  throw new Error('store:check is for the embedded store; MongoDB has db.collection.validate().');

const progress = (documents: number) => process.stderr.write(`\r${documents} documents checked`);
const store = checkStore(join(dataDirectory, STORE), progress);
process.stderr.write('\n');
const files = await checkFiles(dataDirectory, { isThorough: values.thorough });
const problems = [...store.problems, ...files.problems];
for (const problem of problems) console.error(problem);
if (files.orphans.length > 0)
  console.log(`${files.orphans.length} files belong to no record; they do no harm.`);
console.log(
  `${store.collections} collections, ${store.documents} documents, ${store.indexEntries} index entries, ` +
    `${files.files} files checked: ${problems.length === 0 ? 'all is well' : `${problems.length} problems`}.`,
);
if (problems.length > 0) process.exitCode = 1;
