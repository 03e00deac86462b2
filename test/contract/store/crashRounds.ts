import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { closeConnection, openConnection } from '../../../models/connection.ts';
import { checkStore } from '../../../models/embedded/checkStore.ts';

const WRITER = join(import.meta.dirname, 'crashWriter.ts');

/** What writers said before they were killed: the last number begun and the last one acknowledged. */
type Said = Map<string, { intended: number; acknowledged: number }>;

export interface CrashResult {
  rounds: number;
  acknowledged: number;
  /** Acknowledged writes that are not there. */
  lost: number;
  /** Index entries, counters and documents that contradict each other. */
  wrong: number;
  problems: string[];
}

/** Kills a writing process without warning, again and again on the same store, and looks at what is left. */
export async function runCrashRounds(
  dataDirectory: string,
  {
    rounds,
    writers = 20,
    onRound = () => {},
  }: { rounds: number; writers?: number; onRound?: (result: CrashResult) => void },
): Promise<CrashResult> {
  const result: CrashResult = { rounds: 0, acknowledged: 0, lost: 0, wrong: 0, problems: [] };
  for (let round = 0; round < rounds; round++) {
    const said = await killedWriter(dataDirectory, round, writers);
    await compare(dataDirectory, said, result);
    const { problems } = checkStore(join(dataDirectory, 'store.sqlite'));
    result.wrong += problems.length;
    result.problems.push(...problems);
    result.rounds++;
    onRound(result);
  }
  return result;
}

/** Starts the writer and kills it after a number of acknowledged writes that differs each time. */
function killedWriter(dataDirectory: string, round: number, writers: number): Promise<Said> {
  const said: Said = new Map();
  const killAfter = 5 + ((round * 137 + 61) % 400);
  let acknowledgements = 0;
  const child = spawn(process.execPath, [WRITER, dataDirectory, String(round), String(writers)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const [kind, writer = '', number] = line.split(' ');
    const state = said.get(writer) ?? { intended: 0, acknowledged: 0 };
    said.set(writer, state);
    if (kind === 'i') state.intended = Number(number);
    else {
      state.acknowledged = Number(number);
      acknowledgements++;
      if (acknowledgements === killAfter) child.kill('SIGKILL');
    }
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(said);
      else reject(new Error('The writer ended before it was killed.'));
    });
  });
}

async function compare(dataDirectory: string, said: Said, result: CrashResult): Promise<void> {
  const connection = await openConnection({ dataDirectory });
  const things = connection.collection('things');
  for (const [writer, { intended, acknowledged }] of said) {
    result.acknowledged += acknowledged;
    const numbers = (await things.find({ writer }, { sort: { writer: 1, number: 1 } }).toArray()).map(
      ({ number }) => number,
    );
    const present = new Set(numbers);
    for (let number = 1; number <= acknowledged; number++) {
      if (!present.has(number)) report(result, 'lost', `the document ${writer}-${number} is lost`);
    }
    const counter = await things.findOne({ _id: `counter-${writer}` as never });
    const counted = Number(counter?.number ?? 0);
    if (counted < acknowledged) report(result, 'lost', `the counter of ${writer} fell back to ${counted}`);
    if (counted > intended || numbers.length > intended)
      report(result, 'wrong', `${writer} wrote what it never began`);
    if (counter && counter.log.at(-1) !== counted)
      report(result, 'wrong', `the update of ${writer} is there by half`);
  }
  await closeConnection(connection);
}

function report(result: CrashResult, kind: 'lost' | 'wrong', problem: string): void {
  result[kind]++;
  result.problems.push(problem);
}
