import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuery } from '../../../search/query/parseQuery.ts';
import { listingResource, wholeListingResource } from '../../../server/api/listingResource.ts';
import { atomFeed } from '../../../server/browse/feed.ts';
import type { PublicListing } from '../../../server/browse/publicListings.ts';
import { createPublicListings } from '../../../server/browse/publicListings.ts';
import { createTranslator } from '../../../server/i18n/translate.ts';
import { listingCard } from '../../../server/listings/listingCard.ts';
import { completeContent, listingRecord, NOW, organisation, version } from '../../support/listingRecords.ts';

const SECRETS = [
  '隐山精密铸造',
  'Hidden Hill',
  'secret-owner-id',
  '2102',
  '大连',
  'Dalian',
  'enterprise',
  '图纸',
];
const translator = createTranslator({ strict: true });

function shy(
  visibility: 'public' | 'anonymous' | 'silent',
  publication: 'published' | 'withdrawn' = 'published',
) {
  const files = [
    {
      fileId: 'f'.repeat(64),
      name: '图纸.pdf',
      mediaType: 'application/pdf',
      size: 1,
      kind: 'drawing',
      visibility: 'public',
    },
  ];
  const content = completeContent('demand', {
    files,
    restrictedDetail: { zh: '隐山精密铸造的三号车间' },
    budget: { fen: 5_000_000, currency: 'CNY' },
  });
  return listingRecord({
    _id: `D-2026-00000${['public', 'anonymous', 'silent'].indexOf(visibility)}A`,
    kind: 'demand',
    organisationId: 'secret-owner-id',
    regionPath: ['21', '2102'],
    visibility,
    publication,
    live: version(content),
    publishedAt: NOW,
    confirmedAt: NOW,
  });
}

const owner = organisation({
  _id: 'secret-owner-id',
  name: { zh: '隐山精密铸造', en: 'Hidden Hill' },
  kind: 'enterprise',
  regionPath: ['21', '2102'],
});

async function lists(records: ReturnType<typeof shy>[]): Promise<PublicListing[]> {
  const publicListings = createPublicListings({
    listings: {
      findShown: async (ids) => records.filter((record) => ids.includes(record._id)),
      listed: async () => records,
      namedOf: async () => records,
      countNamedOf: async () => records.length,
    },
    organisations: { findShown: async (ids) => [owner].filter(({ _id }) => ids.includes(_id)) },
  });
  return publicListings.byIds(records.map(({ _id }) => _id));
}

function everythingSaid(item: PublicListing, language: 'zh' | 'en', text: string): string {
  const reader = {
    language,
    translate: translator(language),
    today: '2026-03-02',
    assetAddress: (name: string) => name,
    query: parseQuery(text),
  };
  const frame = {
    language,
    baseUrl: 'http://m.test',
    title: 't',
    selfPath: '/feed',
    pagePath: '/demands',
    now: NOW,
  };
  const { facets, ...resource } = listingResource(item, 'http://m.test');
  const parts = [
    listingCard(item, reader),
    resource,
    facets,
    wholeListingResource(item, [], 'http://m.test'),
    atomFeed([item], frame),
  ];
  return parts.map((part) => JSON.stringify(part)).join('\n');
}

describe('what lists say of an anonymous demand', () => {
  it('never tells name, id, kind, city or files, whatever was searched for', async () => {
    const [item] = await lists([shy('anonymous')]);
    assert.ok(item);
    fc.assert(
      fc.property(
        fc.constantFrom('zh' as const, 'en' as const),
        fc.constantFrom(...SECRETS, '铝', ''),
        (language, text) => {
          const said = everythingSaid(item, language, text);
          for (const secret of SECRETS) assert.ok(!said.includes(secret), `${secret} in ${said}`);
          assert.ok(said.includes(language === 'zh' ? '辽宁省' : 'Liaoning'));
        },
      ),
    );
  });

  it('tells name and city of a public one, but not what is for parties', async () => {
    const [item] = await lists([shy('public')]);
    assert.ok(item);
    const said = everythingSaid(item, 'zh', '');
    for (const told of ['隐山精密铸造', '大连市', 'secret-owner-id']) assert.ok(said.includes(told), told);
    assert.ok(!said.includes('三号车间'));
  });

  it('drops silent and withdrawn ones although an index still has them', async () => {
    assert.deepEqual(await lists([shy('silent'), shy('public', 'withdrawn')]), []);
  });
});

describe('a card', () => {
  it('marks what was found and quotes the field that says the rest', async () => {
    const [item] = await lists([shy('public')]);
    assert.ok(item);
    const reader = {
      language: 'zh' as const,
      translate: translator('zh'),
      today: '2026-03-04',
      assetAddress: (name: string) => name,
    };
    const card = listingCard(item, { ...reader, query: parseQuery('铝合金 接头') });
    const marked = (text: { text: string; ranges?: readonly (readonly [number, number])[] }) =>
      (text.ranges ?? []).map(([from, to]) => text.text.slice(from, to));
    assert.deepEqual(marked(card.title), ['铝合金']);
    assert.equal(card.passage?.label, '要解决的问题');
    assert.deepEqual(card.passage && marked(card.passage), ['接头']);
    assert.equal(card.freshness, '2 天前确认有效（2026-03-02）');
    assert.equal(listingCard(item, { ...reader, query: parseQuery('铝合金') }).passage, null);
    assert.equal(listingCard(item, { ...reader, query: null }).passage, null);
  });

  it('calls nothing an open licence that is not announced', async () => {
    const states = [
      ['prepared', '拟开放许可'],
      ['filed', '拟开放许可'],
      ['announced', '开放许可'],
      ['withdrawing', '开放许可'],
      ['withdrawn', '原开放许可'],
      ['ended', '原开放许可'],
    ] as const;
    const reader = {
      language: 'zh' as const,
      translate: translator('zh'),
      today: '2026-03-04',
      assetAddress: (name: string) => name,
      query: null,
    };
    for (const [state, label] of states) {
      const offer = {
        state,
        regime: 'statutory' as const,
        filedOn: null,
        receiptNumber: null,
        announcementNumber: null,
        announcedOn: null,
        withdrawnOn: null,
        terms: null,
        cause: null,
      };
      const listing = {
        ...shy('public'),
        kind: 'open-licence' as const,
        offer,
        live: version(completeContent('open-licence')),
      };
      assert.equal(listingCard({ listing, owner }, reader).kindLabel, label);
    }
  });
});
