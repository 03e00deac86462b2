import { parseArgs } from 'node:util';
import { emptyGlossary, loadGlossary } from '../../../server/matching/glossary/glossary.ts';
import { benchCollection } from './benchCollection.ts';
import { qualityTable } from './qualityTable.ts';
import { readCollection } from './readCollection.ts';

const USAGE = 'usage: npm run bench:match -- DIR [--without-glossary] [--queries], or -- --table';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    'without-glossary': { type: 'boolean', default: false },
    queries: { type: 'boolean', default: false },
    table: { type: 'boolean', default: false },
  },
});
const [directory] = positionals;
if (values.table) process.stdout.write(`${await qualityTable(loadGlossary())}\n`);
else if (directory === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  const glossary = values['without-glossary'] ? emptyGlossary : loadGlossary();
  const collection = await readCollection(directory);
  const { byQuery, ...result } = await benchCollection(collection, glossary, (text) =>
    process.stderr.write(`${text}\n`),
  );
  process.stdout.write(`${JSON.stringify({ dir: directory, ...result })}\n`);
  if (values.queries) for (const query of byQuery) process.stderr.write(`${JSON.stringify(query)}\n`);
}
