import { writeSync } from 'node:fs';
import { openConnection } from '../../../models/connection.ts';

/**
 * A program to be killed: many writers at once on the store in the given folder. What it is about to
 * write and what was acknowledged goes to standard output at once, as "i WRITER NUMBER" and "a WRITER NUMBER".
 */
const [dataDirectory = '', round = '0', writers = '20'] = process.argv.slice(2);
const connection = await openConnection({ dataDirectory });
const things = connection.collection('things');
await things.createIndex({ writer: 1, number: -1 });
await things.createIndex({ key: 1 }, { unique: true });
await things.createIndex({ 'parts.n': 1 });

async function write(writer: string): Promise<never> {
  for (let number = 1; ; number++) {
    writeSync(1, `i ${writer} ${number}\n`);
    const id = `${writer}-${number}`;
    const parts = [{ n: number }, { n: -number }];
    await things.insertOne({
      _id: id as never,
      writer,
      number,
      key: `key-${id}`,
      parts,
      text: 'x'.repeat(500),
    });
    await things.updateOne(
      { _id: `counter-${writer}` as never },
      {
        $set: { number, parts },
        $setOnInsert: { key: `counter-${writer}` },
        $push: { log: { $each: [number], $slice: -5 } as never },
      },
      { upsert: true },
    );
    writeSync(1, `a ${writer} ${number}\n`);
  }
}

await Promise.all(Array.from({ length: Number(writers) }, (_, at) => write(`r${round}w${at}`)));
