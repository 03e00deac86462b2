import assert from 'node:assert/strict';
import type { QueryReport } from '../../models/embedded/store.ts';
import type { ListingRecord } from '../../models/records.ts';
import { DEMO_PASSWORD } from '../../server/accounts/demoPassword.ts';
import { paths } from '../../server/paths.ts';
import type { TestApp } from '../support/app.ts';
import { crawl } from '../support/crawl.ts';
import { enlargeStore } from '../support/enlargeStore.ts';
import { routesOf } from '../support/routesOf.ts';

/** No read of a page looks at more documents than this, unless it returns at least a third of them. */
const MOST_SEEN = 200;
const COPIES = 300;

/** Of these a page exists only after somebody did something that the demo does not do. */
const NOT_IN_THE_DEMO =
  /:secret$|^\/my\/(import|searches)\/:id|^\/desk\/(glossary\/:id|matching\/put-live)|^\/(my\/deals|organisations)\/.*:fileId$/;

const PUBLIC = /^(?!\/(my|desk)(\/|$))/;
const OWN = /^\/(my|listings\/:reference)(\/|$)/;
const FEW_OWN = /^\/my\/(patents\/|listings\/:reference\/(offer|acts))/;
const DESK = /^\/(desk|my\/notices)(\/|$)/;

const DEMO_HOST = 'demo.dual-helix.invalid';

/** Addresses that machines ask for, or that one is sent to after an act. */
const UNLINKED = {
  everybody: [
    '/api/v1/listings',
    '/health',
    '/ready',
    '/robots.txt',
    '/sitemap.xml',
    '/sitemaps/achievement.xml',
    '/register/sent',
    '/reset-password/sent',
    paths.matching,
  ],
  own: [paths.licenceNotice, paths.myOrganisationNew, '/my/searches/new'],
};

interface Reader {
  /** Null for a visitor. */
  mail: string | null;
  pages: RegExp;
  from: string[];
}

export interface ScanWatch {
  onQuery(report: QueryReport): void;
  /** Adds the test to the current description; `getApp` answers an app that has the demo and this watch. */
  define(getApp: () => TestApp): void;
}

/** Watches what the pages read from the store. */
export function createScanWatch(): ScanWatch {
  let address: string | null = null;
  const scans = new Set<string>();
  return {
    onQuery({ collection, operation, index, seen, returned }) {
      if (address !== null && seen > Math.max(MOST_SEEN, returned * 3))
        scans.add(`${address}: ${collection}.${operation} by ${index} saw ${seen} for ${returned}`);
    },
    define(getApp) {
      it('shows every page to every role without reading through a collection', async () => {
        const app = getApp();
        await enlargeStore(app.models, COPIES);
        const routes = routesOf(app.app);
        const opened = new Set<string>();
        const failures: string[] = [];
        for (const { mail, pages, from } of await readers(app)) {
          const visitor = app.visitor();
          if (mail) await visitor.signIn(mail, DEMO_PASSWORD);
          const visited = await crawl(visitor, from, {
            routes: routes.filter((route) => pages.test(route)),
            onPage: (next) => {
              address = `${mail ?? 'visitor'} ${next}`;
            },
            onAnswer: (asked, status) => status >= 500 && failures.push(`${asked}: ${status}`),
          });
          address = null;
          for (const route of visited) opened.add(route);
        }
        assert.deepEqual(failures, []);
        assert.deepEqual([...scans], []);
        assert.deepEqual(
          routes.filter((route) => !opened.has(route) && !NOT_IN_THE_DEMO.test(route)),
          [],
          'pages that nothing leads to',
        );
      });
    },
  };
}

/** Who reads what, and where it begins: addresses no link leads to stand here. */
async function readers(app: TestApp): Promise<Reader[]> {
  const listings = await app.services.stores.listings.after('', 1_000);
  const find = (isWanted: (listing: ListingRecord) => boolean) => {
    const listing = listings.find(isWanted);
    assert.ok(listing, 'the demo has one of these');
    return listing;
  };
  const draft = find(({ publication, review }) => publication === 'never' && review === 'none');
  const published = find(({ publication, kind }) => publication === 'published' && kind === 'achievement');
  const withPatent = find(
    ({ patentIds, publication }) => patentIds.length > 0 && publication === 'published',
  );
  const licence = find(({ offer }) => offer !== null);
  const steps = ['detail', 'files', 'patents', 'statement', 'subject', 'terms'];
  const ownPages: [ListingRecord, string[]][] = [
    [draft, [paths.my, ...steps.map((step) => `${paths.myListing(draft._id)}/${step}`)]],
    [
      withPatent,
      [`${paths.myListing(withPatent._id)}/acts/renew`, ...withPatent.patentIds.map(paths.myPatent)],
    ],
    [licence, [paths.myOffer(licence._id)]],
  ];
  const own = ownPages.map(async ([{ organisationId }, from], index) => ({
    mail: await adminOf(app, organisationId),
    pages: index === 0 ? OWN : FEW_OWN,
    from: [...from, ...UNLINKED.own, `${paths.newDeal}?listing=${published._id}`],
  }));
  const office = ['city.shenyang', 'supervisor', 'administrator', 'auditor'];
  const api = [`/api/v1/listings/${published._id}`, `/api/v1/listings/${published._id}/matches`];
  return [
    { mail: null, pages: PUBLIC, from: [paths.home, ...UNLINKED.everybody, ...api] },
    ...(await Promise.all(own)),
    ...office.map((name) => ({ mail: `${name}@${DEMO_HOST}`, pages: DESK, from: [paths.desk] })),
  ];
}

async function adminOf({ services }: TestApp, organisationId: string): Promise<string> {
  const people = await services.stores.accounts.ofOrganisation(organisationId);
  const admin = people.find(
    ({ memberships, identifiers }) =>
      memberships.some(({ role }) => role === 'admin') &&
      identifiers.some(({ value }) => value.endsWith(DEMO_HOST)),
  );
  return admin?.identifiers[0]?.value ?? '';
}
