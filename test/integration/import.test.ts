import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '../../server/accounts/actor.ts';
import type { ImportRefusal } from '../../server/import/importService.ts';
import type { NoticeRecord } from '../../server/notices/noticeStore.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { BREAKS, rowsWithBreaks, writeCsv, writeSheet } from '../support/importFile.ts';
import { DEMAND_CONTENT, type Market, prepareMarket, publish } from '../support/market.ts';

const { rows, broken } = rowsWithBreaks(300, 12);

describe('an import', function () {
  this.timeout(60_000);
  let app: TestApp;
  let market: Market;
  beforeEach(async () => {
    app = await startApp();
    market = await prepareMarket(app);
  });
  afterEach(() => app.close());

  async function bringIn(file: string, more: { approver?: Actor; isDryRun?: boolean } = {}) {
    const refusals: ImportRefusal[] = [];
    const counts = await app.services.imports.run({
      path: join(app.directory, file),
      actor: market.people.researcher,
      owner: market.institute,
      source: 'import',
      kind: 'achievement',
      approver: more.approver ?? null,
      isDryRun: more.isDryRun ?? false,
      onRefusal: (refusal) => refusals.push(refusal),
    });
    return { counts, refusals };
  }

  it('takes the good rows, explains the broken ones by row and column, and adds nothing the second time', async () => {
    await writeCsv(join(app.directory, 'rows.csv'), rows);
    const { counts, refusals } = await bringIn('rows.csv');
    assert.equal(broken, 25);
    assert.deepEqual(
      { rows: counts.rows, added: counts.added, refused: counts.refused },
      { rows: 300, added: 275, refused: 25 },
    );
    assert.equal(
      new Set(
        refusals
          .slice(0, 12)
          .flatMap(({ issues }) => issues.map(({ field, message }) => `${field} ${message}`)),
      ).size >= Object.keys(BREAKS).length,
      true,
    );
    for (const { line, issues } of refusals) {
      assert.equal((line - 1) % 12, 0, `line ${line}`);
      assert.ok(
        issues.every(({ field, message }) => field !== '' && message.includes(':')),
        JSON.stringify(issues),
      );
    }
    assert.deepEqual(
      { ...(await bringIn('rows.csv')).counts },
      { rows: 300, added: 0, known: 275, refused: 25, approved: 0, notApproved: 0, waiting: 275 },
    );
    assert.equal(await app.services.stores.listings.countOfOrganisation('institute'), 275);
  });

  it('writes nothing in a dry run', async () => {
    await writeCsv(join(app.directory, 'rows.csv'), rows);
    const { counts } = await bringIn('rows.csv', { isDryRun: true });
    assert.equal(counts.refused, 25);
    assert.equal(await app.services.stores.listings.countOfOrganisation('institute'), 0);
  });

  for (const [name, write] of [
    ['rows-gb.csv', (path: string) => writeCsv(path, rows, 'gb18030')],
    ['rows.xlsx', (path: string) => writeSheet(path, rows)],
  ] as const) {
    it(`gives the same from ${name} as from UTF-8`, async () => {
      await writeCsv(join(app.directory, 'rows.csv'), rows);
      await write(join(app.directory, name));
      const other = await bringIn(name);
      assert.deepEqual(
        { added: other.counts.added, refused: other.counts.refused },
        { added: 275, refused: 25 },
      );
      const again = await bringIn('rows.csv');
      assert.deepEqual({ added: again.counts.added, known: again.counts.known }, { added: 0, known: 275 });
      assert.deepEqual(
        other.refusals.map(({ issues }) => issues),
        again.refusals.map(({ issues }) => issues),
      );
    });
  }

  it('publishes what an operator of the last level approves, row by row, and it is found', async () => {
    await writeCsv(join(app.directory, 'rows.csv'), rows.slice(0, 24));
    const { counts } = await bringIn('rows.csv', { approver: market.people.province });
    assert.deepEqual(
      { added: counts.added, approved: counts.approved, notApproved: counts.notApproved },
      { added: 22, approved: 22, notApproved: 0 },
    );
    await app.drain();
    const found = await app.services.search.find({
      index: 'public',
      text: '熔体除气',
      filter: {},
      facets: [],
      offset: 0,
      limit: 10,
    });
    assert.ok(found.total > 0);
    const events = await app.services.stores.eventLog.page({ name: 'listing.approve' }, null, 100);
    assert.equal(events.length, 22);
    assert.ok(
      events.every(({ actor, subject }) => actor.accountId === 'province' && subject.noun === 'listing'),
    );
  });

  it('tells reviewers and house of a whole file by one notice and one letter each', async () => {
    await writeCsv(join(app.directory, 'rows.csv'), rows.slice(0, 24));
    const request = {
      path: join(app.directory, 'rows.csv'),
      actor: { ...market.people.researcher, accountId: 'import' },
      owner: market.institute,
      source: 'import',
      kind: 'achievement' as const,
      isDryRun: false,
    };
    await app.services.importCommand({ ...request, isDryRun: true, approver: null });
    await app.services.importCommand({ ...request, approver: null });
    await app.drain();
    const first = ['city /desk/review 22', 'researcher /my/import 22'];
    assert.deepEqual(await news(), first);
    await app.services.importCommand({ ...request, source: 'other', approver: market.people.province });
    await app.drain();
    const later = await news();
    assert.deepEqual(later, [first[0], 'researcher /my/import 0', first[1]]);
    const letters = await readdir(join(app.directory, 'mail'));
    assert.equal(letters.filter((name) => name.endsWith('.eml')).length, later.length);
  });

  /** Who was told, where it leads, and how many rows wait. */
  async function news(): Promise<string[]> {
    const notices = await app.models.notices.find({}).lean<NoticeRecord[]>();
    const imports = notices.filter(({ kind }) => kind === 'import.end' || kind.startsWith('listing.'));
    return imports
      .map(
        ({ accountId, path, values }) =>
          `${accountId} ${path.replace(/(import)\/.*/, '$1')} ${values.words?.waiting}`,
      )
      .sort();
  }

  it('is matched with the demands that wait, with evidence', async () => {
    const demand = await publish(app, market, market.people.buyer, 'demand', DEMAND_CONTENT);
    await writeCsv(join(app.directory, 'rows.csv'), rows.slice(0, 24));
    await bringIn('rows.csv', { approver: market.people.province });
    await app.drain();
    const matches = await app.services.matching.store.ofListing('demand', demand._id, ['suggested']);
    const supplies = await app.services.stores.listings.findMany(matches.map(({ supply }) => supply));
    assert.ok(supplies.length > 0, 'nothing was suggested');
    for (const { external, live } of supplies) {
      assert.equal(external?.source, 'import');
      assert.match(JSON.stringify(live?.content.title), /熔体除气/);
    }
    assert.ok(matches.every(({ evidence }) => evidence.words.length > 0 && evidence.score >= 300));
  });

  it('approves nothing when the operator may not', async () => {
    await writeCsv(join(app.directory, 'rows.csv'), rows.slice(0, 5));
    const { counts, refusals } = await bringIn('rows.csv', { approver: market.people.cityOfFirm });
    assert.deepEqual(
      { added: counts.added, approved: counts.approved, notApproved: counts.notApproved },
      { added: 5, approved: 0, notApproved: 5 },
    );
    assert.ok(refusals.every(({ issues }) => issues[0]?.message === 'errors:forbidden'));
  });
});
