import { parseArgs } from 'node:util';
import { backUp } from '../server/backup/backUp.ts';
import { systemClock } from '../server/clock.ts';
import { readConfig } from '../server/config.ts';

/** Copies store and files into a new folder while the server runs: `npm run backup -- DIR`. */
const [target] = parseArgs({ allowPositionals: true }).positionals;
if (!target) throw new Error('Name the folder to write the backup to: npm run backup -- DIR');
const { dataDirectory, mongodbUri } = readConfig();
if (mongodbUri) throw new Error('backup is for the embedded store; use mongodump for MongoDB.');

const { documents, files } = await backUp({
  dataDirectory,
  target,
  clock: systemClock,
  onProgress: console.log,
});
console.log(
  `${documents} documents and ${Object.keys(files).length - 1} files are in ${target}, read again and found sound.`,
);
