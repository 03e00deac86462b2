import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OFFICE_ROLES } from '../../../server/accounts/accountForms.ts';
import { accountWorkflow, membershipWorkflow } from '../../../server/accounts/accountWorkflow.ts';
import { dealWorkflow } from '../../../server/deals/dealWorkflow.ts';
import { glossaryWorkflow } from '../../../server/glossaryDesk/glossaryWorkflow.ts';
import { publicationWorkflow, reviewWorkflow } from '../../../server/listings/listingWorkflow.ts';
import { matchWorkflow } from '../../../server/matching/matchWorkflow.ts';
import { offerWorkflow } from '../../../server/openLicences/offerWorkflow.ts';
import {
  standingWorkflow,
  verificationWorkflow,
} from '../../../server/organisations/organisationWorkflow.ts';
import { patentWorkflow } from '../../../server/patents/patentWorkflow.ts';
import { actingRoles } from '../../../server/vocabulary/actingRoles.ts';

const WORKFLOWS = [
  accountWorkflow,
  dealWorkflow,
  glossaryWorkflow,
  matchWorkflow,
  membershipWorkflow,
  offerWorkflow,
  patentWorkflow,
  publicationWorkflow,
  reviewWorkflow,
  standingWorkflow,
  verificationWorkflow,
];

const SERVER = join(import.meta.dirname, '../../../server');
/** A call that records something, with the role that stands in it. */
const RECORDED = /\b(?:record|apply)\([^;]*?\brole: '([a-z-]+)'/g;

describe('the roles of the event log', () => {
  it('have a name for every party of every workflow', () => {
    const parties = WORKFLOWS.flatMap(({ transitions }) => transitions.flatMap(({ who }) => who));
    assert.deepEqual(
      [...new Set(parties)].filter((code) => !actingRoles.has(code)),
      [],
    );
  });

  it('have a name for everything else that records', () => {
    const sources = globSync('**/*.ts', { cwd: SERVER }).map((file) =>
      readFileSync(join(SERVER, file), 'utf8'),
    );
    const roles = new Set(
      sources.flatMap((source) => [...source.matchAll(RECORDED)].map(([, role]) => role)),
    );
    assert.ok(roles.has('visitor') && roles.has('importer'), [...roles].join());
    assert.deepEqual(
      [...roles].filter((code) => !actingRoles.has(code ?? '')),
      [],
    );
  });

  it('have a name for every kind of reader and every place in the office', () => {
    const others = ['office', 'owner', 'party', 'signed-in', 'visitor', 'member', 'approver', 'admin'];
    for (const code of [...others, ...OFFICE_ROLES]) assert.ok(actingRoles.has(code), code);
  });
});
