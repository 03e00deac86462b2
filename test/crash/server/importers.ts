import { once } from 'node:events';
import { join } from 'node:path';
import { csvOf } from '../../../server/statistics/csv.ts';
import { goodRow, HEADERS, writeCsv } from '../../support/importFile.ts';
import type { Scene } from './owners.ts';
import type { Person } from './person.ts';
import { complaintsOf, environmentOf, startProgram } from './site.ts';

/** Rows that no other file has. */
function rowsOf(file: number, count: number): string[][] {
  return Array.from({ length: count }, (_, index) => goodRow(file * 10_000 + index));
}

const idsOf = (rows: string[][]) => rows.map(([id]) => String(id));

/** Brings one file after the other in on the import page, each when the one before is done. */
export async function importByPage(
  owner: Person,
  count: number,
  { ledger, isOver, idle }: Scene,
): Promise<void> {
  for (let number = 1; !isOver(); number++) {
    const source = `page-${number}`;
    const rows = rowsOf(number, count);
    let run = '';
    await owner.open('/my/import');
    await owner.send(
      { kind: 'achievement', source },
      { files: { file: [{ name: `${source}.csv`, content: csvOf([HEADERS, ...rows]) }] } },
      (location) => {
        run = location;
      },
    );
    await owner.send({}, {}, () =>
      ledger.note({ kind: 'rows', source, ids: idsOf(rows), isApproved: false }),
    );
    while (!isOver() && !(await owner.open(run)).has('已完成')) await idle();
  }
}

interface ScriptParts {
  dataDirectory: string;
  /** Where the files are written that are brought in. */
  folder: string;
  count: number;
  /** How many files it brings in at most, and how often it is killed at most before a file is in. */
  script: { files: number; kills: number };
  random: () => number;
}

/** Brings files in by the script beside the server; it is killed too, and started again until it ends well. */
export async function importByScript(
  { dataDirectory, folder, count, script: most, random }: ScriptParts,
  { ledger, isOver }: Scene,
): Promise<void> {
  for (let number = 1; number <= most.files && !isOver(); number++) {
    const source = `script-${number}`;
    const rows = rowsOf(1_000 + number, count);
    const isApproved = number % 2 === 1;
    const path = join(folder, `${source}.csv`);
    await writeCsv(path, rows);
    const approver = isApproved ? ['--approve-as', 'province@market.test'] : [];
    const parameters = [path, '--as', 'institute', '--kind', 'achievement', '--source', source, ...approver];
    parameters.push('--report', `${path}.report`);
    const moment = (script: Script) =>
      random() < 0.5 ? once(script.stderr, 'data') : ledger.pass(5 + Math.floor(random() * 40));
    const mayEnd = () => new Promise(() => {});
    const isMore = (kills: number) => kills < most.kills && (kills === 0 || random() < 0.5);
    for (let kills = 0; await runScript(parameters, dataDirectory, isMore(kills) ? moment : mayEnd); kills++);
    ledger.note({ kind: 'rows', source, ids: idsOf(rows), isApproved });
  }
}

type Script = ReturnType<typeof startProgram>;

/** Runs until the moment comes: the first of its progress, or somewhere before or after. @returns whether it was killed. */
async function runScript(
  parameters: string[],
  dataDirectory: string,
  momentOf: (script: Script) => Promise<unknown>,
): Promise<boolean> {
  const script = startProgram('scripts/import.ts', parameters, environmentOf(dataDirectory));
  const complaints = complaintsOf(script);
  script.stdout.resume();
  const ended = once(script, 'exit') as Promise<[number | null, string | null]>;
  await Promise.race([momentOf(script), ended]);
  script.kill('SIGKILL');
  const [code, signal] = await ended;
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`The import ended with ${code}: ${complaints()}`);
  return signal === 'SIGKILL';
}
