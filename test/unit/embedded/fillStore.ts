import { closeConnection, openConnection } from '../../../models/connection.ts';

export interface Filled {
  /** The ids of what was written, in order. */
  acknowledged: string[];
  /** Of the error that ended it; empty when there was none. */
  message: string;
  /** How many documents can be read afterwards. */
  readable: number;
}

/** Writes documents of 10 kB one by one until that fails or there are enough. `close` closes the store. */
export async function fillStore(dataDirectory: string, most: number) {
  const connection = await openConnection({ dataDirectory });
  const things = connection.collection<{ _id: string; text: string }>('things');
  const acknowledged: string[] = [];
  let message = '';
  try {
    for (let n = 0; n < most; n++) {
      await things.insertOne({ _id: `t${n}`, text: 'x'.repeat(10_000) });
      acknowledged.push(`t${n}`);
    }
  } catch (error) {
    message = error instanceof Error ? error.message : String(error);
  }
  const filled: Filled = { acknowledged, message, readable: await things.countDocuments({}) };
  return { filled, close: () => closeConnection(connection) };
}
