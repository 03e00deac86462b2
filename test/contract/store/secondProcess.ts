import { closeConnection, openConnection } from '../../../models/connection.ts';

/** A script beside the server: what its first parameter names, done to the store in the second one. */
const [task = '', dataDirectory = ''] = process.argv.slice(2);
const connection = await openConnection({ dataDirectory });
const things = connection.collection('things');

if (task === 'count') {
  for (let round = 0; round < 200; round++) {
    await things.updateOne({ _id: 'counter' as never }, { $inc: { value: 1 } }, { upsert: true });
  }
} else if (task === 'index') {
  await things.createIndex({ slug: 1 }, { unique: true, name: 'fromOutside' });
} else if (task === 'array') {
  await things.insertOne({ _id: 'array' as never, slug: 'array', level: [1, 9] });
} else throw new Error(`There is no task '${task}'.`);

await closeConnection(connection);
