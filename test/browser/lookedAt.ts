import type { HouseKey } from '../../server/demo/demoTypes.ts';
import type { mailOf } from './openSite.ts';
import type { Visit } from './openVisit.ts';

export interface Look {
  name: string;
  /** How somebody comes to the page; an address will do. */
  way: string | ((visit: Visit) => Promise<void>);
}

type Somebody = Parameters<typeof mailOf>[0];

const throughList = (path: string) => async (visit: Visit) => {
  await visit.open(path);
  await visit.go(visit.page.locator('main tbody a').first());
};

/** Pages nothing is done on besides looking, by who looks. */
export const LOOKED_AT: { who: Somebody | null; looks: Look[] }[] = [
  {
    who: null,
    looks: [
      { name: 'style', way: '/style' },
      { name: 'sign-in', way: '/sign-in' },
      { name: 'register-mistakes', way: registerWithMistakes },
      { name: 'statistics', way: '/statistics' },
      { name: 'matching', way: '/matching' },
      { name: 'browse-demands', way: '/demands' },
      { name: 'not-found', way: '/listings/A-2026-999999X' },
    ],
  },
  {
    who: 'hunhe',
    looks: [
      { name: 'menu', way: openMenu },
      { name: 'my', way: '/my' },
      { name: 'my-listings', way: '/my/listings' },
      { name: 'my-notices', way: '/my/notices' },
      { name: 'my-searches', way: '/my/searches' },
      { name: 'my-account', way: '/my/account' },
      { name: 'my-organisation', way: '/my/organisation' },
      { name: 'my-members', way: '/my/organisation/members' },
      { name: 'deal-timeline', way: dealInTalks },
      { name: 'import', way: '/my/import' },
      { name: 'import-preview', way: previewImport },
    ],
  },
  {
    who: 'lishan' satisfies HouseKey,
    looks: [
      { name: 'my-matches', way: '/my/matches' },
      { name: 'my-match', way: throughList('/my/matches') },
    ],
  },
  {
    who: 'province.liaoning',
    looks: [
      { name: 'desk', way: '/desk' },
      { name: 'desk-organisations', way: '/desk/organisations' },
      { name: 'desk-offers', way: '/desk/offers' },
      { name: 'desk-offer', way: throughList('/desk/offers') },
      { name: 'desk-glossary', way: '/desk/glossary' },
      { name: 'desk-unmet', way: '/desk/unmet' },
      { name: 'desk-cases', way: '/desk/cases' },
      { name: 'desk-matches', way: '/desk/matches' },
      { name: 'desk-match', way: throughList('/desk/matches') },
      { name: 'desk-matching', way: '/desk/matching' },
    ],
  },
  {
    who: 'administrator',
    looks: [
      { name: 'desk-search', way: '/desk/search' },
      { name: 'desk-accounts', way: '/desk/accounts' },
      { name: 'desk-account', way: throughList('/desk/accounts') },
    ],
  },
  { who: 'auditor', looks: [{ name: 'desk-audit', way: '/desk/audit' }] },
];

/** All that somebody signed in can go to, which on a phone is behind two buttons. */
async function openMenu(visit: Visit): Promise<void> {
  await visit.open('/');
  if (visit.isNarrow) await visit.page.locator('header .menu-button').click();
  await visit.page.locator('header .account summary').click();
}

async function registerWithMistakes(visit: Visit): Promise<void> {
  await visit.open('/register');
  await visit.fill({ name: '沙棠', mail: 'shatang' });
  await visit.press('accounts:register');
}

/** The deal of the demo that has come furthest without being settled. */
async function dealInTalks(visit: Visit): Promise<void> {
  await visit.open('/my/deals');
  const talks = visit.page.locator('main tr', {
    hasText: visit.variant.language === 'zh' ? '合作开发' : 'Co-development',
  });
  await visit.go(talks.getByRole('link').first());
}

const TABLE = [
  'externalId,名称 (中文),一句话说明 (中文),技术领域,备注',
  'X-1,电镀废水回用技术,回用率 85%，每吨节约 6 元。,环境保护与资源综合利用,内部',
  'X-2,焊缝视觉检测技术,漏检率低于 0.5%。,先进制造,内部',
].join('\n');

async function previewImport(visit: Visit): Promise<void> {
  await visit.open('/my/import');
  await visit.fill({ kind: 'achievement', source: 'office-list' });
  const file = { name: '成果清单.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) };
  await visit.page.locator('main input[type=file]').setInputFiles(file);
  await visit.press('import:upload');
}
