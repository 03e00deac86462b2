import assert from 'node:assert/strict';
import type { PatentRecord } from '../../../models/records.ts';
import type { ApplicationError } from '../../../server/errors.ts';
import type { PatentFacts } from '../../../server/patents/patentService.ts';
import { OTHER, OWNER, PATENT_ID } from '../../support/listingRecords.ts';
import { createListingWorld, people } from '../../support/listingWorld.ts';

const facts = (change: Partial<PatentFacts> = {}): PatentFacts => ({
  title: { zh: '一种铝合金' },
  publicationNumber: 'CN107267829B',
  owners: [{ organisationId: OWNER }],
  inventors: ['甲某'],
  ipc: ['C22C 21/00'],
  filedOn: '2017-07-21',
  grantedOn: '2019-05-14',
  legalStatus: 'valid',
  isInvalidationPending: false,
  hasEvaluationReport: false,
  hasCoOwnerConsent: false,
  declared: [],
  registerCheckedOn: '2026-03-01',
  ...change,
});

async function entered(change: Partial<PatentRecord> = {}) {
  const world = createListingWorld();
  await world.putPatent({
    registerCheckedOn: null,
    owners: [],
    legalStatus: 'pending',
    grantedOn: null,
    ...change,
  });
  return world;
}

const issuesOf = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => [],
    (error: ApplicationError) => error.issues.map(({ field, message }) => `${field} ${message}`),
  );

describe('a patent entered by number', () => {
  it('is created once, whoever enters it again', async () => {
    const { patents, rows } = createListingWorld();
    await Promise.all([
      patents.enter(people.member, [PATENT_ID]),
      patents.enter(people.outsider, [PATENT_ID]),
    ]);
    assert.equal(rows.patents.rows.length, 1);
    const patent = await patents.get(PATENT_ID);
    assert.deepEqual(
      [patent.kind, patent.legalStatus, patent.registerCheckedOn],
      ['invention', 'pending', null],
    );
    assert.equal(patent.pending[0]?.name, 'patent.enter');
  });

  it('cannot be entered by somebody without an organisation', async () => {
    const { patents } = createListingWorld();
    await assert.rejects(patents.enter(people.auditor, [PATENT_ID]), { kind: 'forbidden' });
  });

  it('belongs to nobody until described: typing a number holds nothing', async () => {
    const { patents } = await entered({ createdByOrganisationId: OTHER });
    const described = await patents.describe(
      people.member,
      PATENT_ID,
      1,
      facts({ owners: [{ name: { zh: '某人' } }] }),
    );
    assert.equal(described.createdByOrganisationId, OWNER);
    await assert.rejects(patents.describe(people.outsider, PATENT_ID, 2, facts()), {
      explanation: 'patents:notYours',
    });
  });
});

describe('the facts of a patent', () => {
  it('are written by its owner or by an operator, and by nobody else', async () => {
    const may = { member: true, approver: true, ownOperator: true, cityReviewer: true, supervisor: true };
    for (const [name, person] of Object.entries(people)) {
      const { patents } = await entered({
        owners: [{ organisationId: OWNER }],
        registerCheckedOn: '2026-01-01',
      });
      const attempt = patents.describe(person, PATENT_ID, 1, facts());
      if (name in may || ['admin', 'provinceReviewer', 'otherCity'].includes(name)) await attempt;
      else await assert.rejects(attempt, { kind: 'forbidden' }, name);
    }
  });

  it('keep who checked the register and when, and say as whom it was written', async () => {
    const { patents } = await entered({ owners: [{ organisationId: OWNER }] });
    const described = await patents.describe(people.cityReviewer, PATENT_ID, 1, facts());
    assert.deepEqual(
      [described.registerCheckedOn, described.registerCheckedBy],
      ['2026-03-01', 'city-reviewer'],
    );
    assert.equal(described.history.at(-1)?.event, 'check-register');
  });

  it('are refused on a stale page', async () => {
    const { patents } = await entered({ revision: 4 });
    await assert.rejects(patents.describe(people.member, PATENT_ID, 3, facts()), { kind: 'conflict' });
  });

  it('replace declared burdens and keep those that deals and offers hold', async () => {
    const held = { kind: 'open-licence', by: 'O-2026-000001A', since: '2026-01-05', hasConsent: true };
    const old = { kind: 'pledge', by: 'declared', since: '2020-01-01', hasConsent: false };
    const { patents } = await entered({ encumbrances: [held, old] });
    const declared = [{ kind: 'preservation', by: 'declared', since: '2025-01-01', hasConsent: false }];
    const described = await patents.describe(people.member, PATENT_ID, 1, facts({ declared }));
    assert.deepEqual(described.encumbrances, [held, ...declared]);
  });

  const refused: [string, Partial<PatentFacts>, string[]][] = [
    ['no owner', { owners: [] }, ['owners patents:needsOwner']],
    [
      'a grant before the filing',
      { filedOn: '2019-05-14' },
      ['grantedOn patents:grantedBeforeFiled', 'filedOn patents:filedAfterNumber'],
    ],
    [
      'a filing after the year of the number',
      { filedOn: '2018-01-02' },
      ['filedOn patents:filedAfterNumber'],
    ],
    ['a day in the future', { registerCheckedOn: '2026-03-03' }, ['registerCheckedOn patents:inFuture']],
    [
      'a register checked before the grant',
      { registerCheckedOn: '2019-05-13' },
      ['registerCheckedOn patents:checkedBeforeGrant'],
    ],
    [
      'a status that needs a grant',
      { grantedOn: null, publicationNumber: null },
      ['grantedOn patents:needsGrantDate'],
    ],
    [
      'a pending application with a grant',
      { legalStatus: 'pending' },
      ['legalStatus patents:pendingButGranted'],
    ],
    [
      'a publication number of a wrong form',
      { publicationNumber: 'CN12345678A' },
      ['publicationNumber patents:publicationForm'],
    ],
    [
      'the publication of a grant for an application',
      { legalStatus: 'pending', grantedOn: null },
      ['publicationNumber patents:publicationOfGrant'],
    ],
    ['a status nobody knows', { legalStatus: 'fine' }, ['legalStatus forms:unknownCode']],
    ['a symbol that is no IPC', { ipc: ['Y02E 10/50'] }, ['ipc forms:ipcSymbol']],
    [
      'a burden from the future',
      { declared: [{ kind: 'pledge', by: 'declared', since: '2027-01-01', hasConsent: false }] },
      ['pledge.since patents:inFuture'],
    ],
  ];
  for (const [what, change, expected] of refused) {
    it(`are refused with ${what}`, async () => {
      const { patents } = await entered();
      assert.deepEqual(
        await issuesOf(patents.describe(people.member, PATENT_ID, 1, facts(change))),
        expected,
      );
      assert.equal((await patents.get(PATENT_ID)).revision, 1);
    });
  }

  it('may have a filing date before the year of the number, as divisional applications do', async () => {
    const { patents } = await entered();
    assert.deepEqual(
      await issuesOf(patents.describe(people.member, PATENT_ID, 1, facts({ filedOn: '2015-03-01' }))),
      [],
    );
  });
});
