import type { Browser } from 'playwright-core';
import { agreeOnLicence } from './journeys/agreeOnLicence.ts';
import { findListing } from './journeys/findListing.ts';
import { postDemand } from './journeys/postDemand.ts';
import { reviewCases } from './journeys/reviewCases.ts';
import { launchChromium } from './launchChromium.ts';
import type { Meeting } from './meeting.ts';
import { openSite, type Site } from './openSite.ts';
import { openVisit, type Visit } from './openVisit.ts';
import { VARIANTS, variantName } from './variant.ts';

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

  for (const variant of VARIANTS) {
    const meeting = (): Meeting => ({
      site,
      variant,
      async enter() {
        const visit = await openVisit(browser, site, variant);
        visits.push(visit);
        return visit;
      },
    });

    describe(variantName(variant), () => {
      it('a visitor finds a listing by search and facet, reads it and switches the language', () =>
        findListing(meeting()));
      it('a member posts a demand, with a mistake on the way shown beside its field', () =>
        postDemand(meeting()));
      it('an operator reads a case with its differences, returns it with a reason and approves another', () =>
        reviewCases(meeting()));
      it('a firm asks for a licence, both sides disclose themselves and agree on terms', () =>
        agreeOnLicence(meeting()));
    });
  }
});
