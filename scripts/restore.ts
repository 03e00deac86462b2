import { parseArgs } from 'node:util';
import { restore } from '../server/backup/restore.ts';
import { readConfig } from '../server/config.ts';

/** Puts a backup into the data folder, which must be empty: `npm run restore -- DIR`. */
const [source] = parseArgs({ allowPositionals: true }).positionals;
if (!source) throw new Error('Name the folder of the backup: npm run restore -- DIR');
const { dataDirectory, mongodbUri } = readConfig();
if (mongodbUri) throw new Error('restore is for the embedded store; use mongorestore for MongoDB.');

const { createdAt, documents } = await restore({ source, dataDirectory, onProgress: console.log });
console.log(
  `${documents} documents of ${createdAt} are in ${dataDirectory}. Run search:rebuild, then start the server.`,
);
