import type { Browser } from 'playwright-core';
import { agreeOnLicence } from './journeys/agreeOnLicence.ts';
import { findListing } from './journeys/findListing.ts';
import { postDemand } from './journeys/postDemand.ts';
import { reviewCases } from './journeys/reviewCases.ts';
import { launchChromium } from './launchChromium.ts';
import { lookAround, lookInTheDark, printTwo } from './lookAround.ts';
import type { Meeting } from './meeting.ts';
import { openSite, type Site } from './openSite.ts';
import { openVisit, type Visit } from './openVisit.ts';
import { VARIANTS, type Variant, variantName } from './variant.ts';

describe('in Chromium', () => {
  let browser: Browser;
  let site: Site;
  let visits: Visit[] = [];

  before(async () => {
    browser = await launchChromium();
    site = await openSite();
  });
  afterEach(async () => {
    for (const visit of visits) await visit.close();
    visits = [];
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const meet = (variant: Variant): Meeting => ({
    site,
    variant,
    async enter() {
      const visit = await openVisit(browser, site, variant);
      visits.push(visit);
      return visit;
    },
  });

  for (const variant of VARIANTS)
    describe(variantName(variant), () => {
      it('a visitor finds a listing by search and facet, reads it and switches the language', () =>
        findListing(meet(variant)));
      it('a member posts a demand, with a mistake on the way shown beside its field', () =>
        postDemand(meet(variant)));
      it('an operator reads a case with its differences, returns it with a reason and approves another', () =>
        reviewCases(meet(variant)));
      it('a firm asks for a licence, both sides disclose themselves and agree on terms', () =>
        agreeOnLicence(meet(variant)));
    });

  const phone: Variant = { language: 'en', width: 320, hasScript: false };
  const desk: Variant = { language: 'zh', width: 1280, hasScript: true };
  for (const variant of [phone, desk])
    it(`pages that are only looked at have no fault: ${variantName(variant)}`, () =>
      lookAround(meet(variant)));

  it('pages have no fault in the dark', () => lookInTheDark(meet({ ...desk, colorScheme: 'dark' })));

  for (const variant of [desk, { ...desk, language: 'en' } as const])
    it(`a listing and the evidence of a match are printed: ${variantName(variant)}`, () =>
      printTwo(meet(variant)));
});
