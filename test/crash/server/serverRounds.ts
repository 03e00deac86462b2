import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { addPatent, PATENT_CONTENT, PATENT_ID, prepareMarket, publish } from '../../support/market.ts';
import { bargain } from './bargainers.ts';
import { checkMarket } from './checkMarket.ts';
import { importByPage, importByScript } from './importers.ts';
import { createLedger } from './ledger.ts';
import { openMarket } from './openMarket.ts';
import { answerAndWrite, askAndWrite, postDemands, type Scene } from './owners.ts';
import { createPerson } from './person.ts';
import { emptyResult, type ServerCrashResult } from './result.ts';
import { review } from './reviewers.ts';
import { createSite } from './site.ts';

export interface RoundOptions {
  rounds: number;
  /** Rows of each file that is brought in. */
  rows: number;
  /** How many files the import by script brings in at most, and how often it is killed for each at most. */
  script: { files: number; kills: number };
  /** Requests between the start of a server and its end, at least and at most. */
  requests: readonly [least: number, most: number];
  random: () => number;
  onRound?: (round: number, acknowledged: number) => void;
}

/**
 * People work on a server that is killed again and again, and so is the import beside it. Everything they
 * were told is done has to be there once, with all that follows from it.
 */
export async function runServerRounds(
  directory: string,
  { rounds, rows, script, requests: [least, most], random, onRound = () => {} }: RoundOptions,
): Promise<ServerCrashResult> {
  const dataDirectory = join(directory, 'data');
  const folder = join(directory, 'files');
  mkdirSync(folder, { recursive: true });
  const listing = await prepare(dataDirectory);
  const site = await createSite(dataDirectory);
  const ledger = createLedger(join(directory, 'acknowledged.jsonl'));
  let isOver = false;
  const scene: Scene = {
    ledger,
    isOver: () => isOver,
    idle: () => (isOver ? Promise.resolve() : ledger.next()),
  };

  try {
    await site.start();
    const person = (name: string) => createPerson(site, ledger, name);
    const [buyer, city, province, rival, owner, importer, licensee, licensor] = await Promise.all([
      person('buyer'),
      person('city-of-firm'),
      person('province'),
      person('competitor'),
      person('researcher'),
      person('researcher'),
      person('buyer'),
      person('researcher'),
    ]);
    const work = Promise.all([
      postDemands(buyer, scene),
      review(city, '初审通过', scene),
      review(province, '批准发布', scene),
      askAndWrite(rival, listing, scene),
      answerAndWrite(owner, scene),
      bargain(licensee, licensor, listing, scene),
      importByPage(importer, rows, scene),
      importByScript({ dataDirectory, folder, count: rows, script, random }, scene),
    ]);
    for (let round = 1; round <= rounds; round++) {
      await Promise.race([work, ledger.pass(least + Math.floor(random() * (most - least)))]);
      await site.kill();
      onRound(round, ledger.acts().length);
      await site.start();
    }
    isOver = true;
    ledger.noteRequest();
    await work;
  } finally {
    await site.kill();
  }
  const result = { ...emptyResult(), rounds, acknowledged: ledger.acts().length };
  await checkMarket(dataDirectory, ledger.acts(), result);
  return result;
}

/** An institute, two firms and the office, and a published patent to ask about. @returns its reference. */
async function prepare(dataDirectory: string): Promise<string> {
  const app = await openMarket(dataDirectory);
  const market = await prepareMarket(app);
  await addPatent(app, PATENT_ID);
  const { _id } = await publish(app, market, market.people.researcher, 'patent', PATENT_CONTENT);
  await app.close();
  return _id;
}
