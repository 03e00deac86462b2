import assert from 'node:assert/strict';
import { checkContent, kindOf, missingFields } from '../../../server/catalogue/catalogue.ts';
import { addDays } from '../../../server/clock.ts';
import { demands } from '../../../server/demo/demands/demands.ts';
import { demoContent, demoPatentId } from '../../../server/demo/demoContent.ts';
import { demoHouses } from '../../../server/demo/demoHouses.ts';
import type { AnyDemoListing, DemoDemand, DemoPatent } from '../../../server/demo/demoTypes.ts';
import { supplies } from '../../../server/demo/supplies/supplies.ts';
import { identityLeaks } from '../../../server/listings/identityLeaks.ts';
import { advertisingWords } from '../../../server/openLicences/advertisingWords.ts';
import { readCreditCode } from '../../../server/organisations/creditCode.ts';
import { parsePatentNumber } from '../../../server/patents/patentNumber.ts';
import { wholeText, writtenTexts } from '../../../server/review/contentText.ts';
import { legalStatuses } from '../../../server/vocabulary/legalStatuses.ts';
import { organisationKinds } from '../../../server/vocabulary/organisationKinds.ts';
import { regions } from '../../../server/vocabulary/regions.ts';
import { technologyFields } from '../../../server/vocabulary/technologyFields.ts';

const all: AnyDemoListing[] = [...supplies, ...demands];
const contentOf = (listing: AnyDemoListing) =>
  demoContent(listing, { day: (fromNow) => addDays('2026-11-24', fromNow), files: [] });
const patents: DemoPatent[] = supplies.flatMap((supply) =>
  supply.kind === 'open-licence' ? [supply.patent] : (supply.patents ?? []),
);

/** What the office returned or rejected for its text, on purpose. */
const CRITICISED = new Set(['scrap-sorting', 'mulch-film', 'isotope-sorting', 'blade-lightning']);

describe('the listings of the demo', () => {
  it('are 70 supplies and 30 demands under different keys', () => {
    assert.equal(supplies.length, 70);
    assert.equal(demands.length, 30);
    assert.equal(new Set(all.map(({ key }) => key)).size, 100);
  });

  for (const listing of all) {
    it(`pass the catalogue: ${listing.key}`, () => {
      const content = contentOf(listing);
      assert.deepEqual(checkContent(listing.kind, content), []);
      assert.deepEqual(
        missingFields(listing.kind, content).map(({ name }) => name),
        [],
      );
    });
  }

  it('lie in all eleven technology fields and under at least twenty IPC classes', () => {
    assert.deepEqual([...new Set(all.map(({ field }) => field))].sort(), [...technologyFields.codes].sort());
    const classes = new Set(supplies.flatMap(({ ipc = [] }) => ipc.map((symbol) => symbol.slice(0, 3))));
    assert.ok(classes.size >= 20, `${classes.size} classes`);
  });

  it('are Chinese for about two thirds and have English text for the others', () => {
    const withEnglish = all.filter(({ title }) => title.en !== undefined).length;
    assert.ok(withEnglish >= 22 && withEnglish <= 38, `${withEnglish} of ${all.length}`);
    for (const { key, title, language = 'zh' } of all) assert.ok(title[language], key);
  });

  it('do not advertise and give figures', () => {
    for (const listing of all.filter(({ key }) => !CRITICISED.has(key))) {
      assert.deepEqual(advertisingWords(wholeText(listing.kind, contentOf(listing))), [], listing.key);
      const needsNone = (listing.kind === 'demand' && listing.needsHelp) || isDesign(listing);
      assert.ok(needsNone || (listing.metrics?.length ?? 0) > 0, listing.key);
    }
  });

  it('hide who asks in every demand that is not public', () => {
    const hidden = demands.filter(({ visibility, key }) => visibility !== 'public' && !CRITICISED.has(key));
    assert.ok(hidden.length >= 4);
    for (const demand of hidden) assert.deepEqual(leaksOf(demand), [], demand.key);
  });

  it('have long demands whose need comes late', () => {
    const long = demands.filter(({ background }) => (background.zh ?? '').length >= 400);
    assert.ok(long.length >= 4, `${long.length}`);
    for (const { key, background } of long) {
      const text = background.zh ?? '';
      assert.ok(text.length <= 700, `${key}: ${text.length}`);
      const need = text.search(/我们想要的|我们希望有|希望合作方|任务很清楚/);
      assert.ok(need > text.length * 0.6, `${key}: ${need} of ${text.length}`);
    }
  });
});

/** What is protected is how it looks. */
function isDesign(listing: AnyDemoListing): boolean {
  return (
    listing.kind === 'open-licence' &&
    parsePatentNumber(demoPatentId(listing.patent.body).slice(3))?.kind === 'design'
  );
}

function leaksOf(demand: DemoDemand) {
  const house = demoHouses.find(({ key }) => key === demand.owner);
  const names = [house?.name.zh, house?.name.en].filter((name) => name !== undefined);
  const texts = writtenTexts('demand', contentOf(demand));
  return texts.flatMap(({ text }) =>
    identityLeaks(text, { organisationNames: names, creditCodes: [house?.creditCode ?? ''] }),
  );
}

describe('the patents of the demo', () => {
  it('have numbers of the right form that the office never gives, each once', () => {
    for (const { body } of patents) {
      const number = parsePatentNumber(demoPatentId(body).slice(3));
      assert.ok(number, body);
      assert.ok(body.length === 12 ? body[5] === '9' : body[3] === '9', body);
    }
    assert.equal(new Set(patents.map(({ body }) => body)).size, patents.length);
  });

  it('are in every legal status, of every kind, some pledged and some owned together', () => {
    const statuses = new Set(
      patents.map(({ legalStatus, grantedOn }) => legalStatus ?? (grantedOn ? 'valid' : 'pending')),
    );
    assert.deepEqual([...statuses].sort(), [...legalStatuses.codes].sort());
    const kinds = new Set(patents.map(({ body }) => parsePatentNumber(demoPatentId(body).slice(3))?.kind));
    assert.deepEqual([...kinds].sort(), ['design', 'invention', 'utility-model']);
    assert.ok(patents.some(({ declared }) => declared?.some(({ kind }) => kind === 'pledge')));
    assert.ok(patents.filter(({ coOwners }) => coOwners !== undefined).length >= 3);
  });
});

describe('the houses of the demo', () => {
  it('are fourteen with valid codes of their regions', () => {
    assert.equal(demoHouses.length, 14);
    for (const { key, creditCode, region, kind } of demoHouses) {
      const reading = readCreditCode(creditCode);
      assert.equal(reading.problem, null, key);
      assert.equal(reading.problem === null && reading.hasOrganisationCodeWarning, false, key);
      assert.ok(creditCode.slice(2).startsWith(region), key);
      assert.ok(regions.has(region) && organisationKinds.has(kind), key);
    }
  });

  it('post or ask for something each, and nobody else does', () => {
    const owners = new Set(all.map(({ owner }) => owner));
    assert.deepEqual([...owners].sort(), demoHouses.map(({ key }) => key).sort());
    for (const { kind } of all) assert.ok(kindOf(kind));
  });
});
