import assert from 'node:assert/strict';
import type { Meeting } from '../meeting.ts';

const WANTED = { zh: '深冷容器', en: 'cryogenic vessels' };
const TITLE = {
  zh: '深冷容器用高韧铝镁合金板及配套焊丝',
  en: 'Tough aluminium-magnesium plate and filler wire for cryogenic vessels',
};

/** A visitor finds a listing by search and facet, reads it, and switches the language. */
export async function findListing({ enter }: Meeting): Promise<void> {
  const visit = await enter();
  const { page, t, variant } = visit;
  const { language } = variant;
  await visit.open('/');
  await visit.look('home');
  await page.getByLabel(t('home:searchLabel')).fill(WANTED[language]);
  await visit.press('common:search');
  await visit.look('search');

  const field = page.locator('#facet-field-new-materials');
  if (!(await field.isVisible()))
    await page.locator('details.facet:has(#facet-field-new-materials) > summary').first().click();
  await field.check();
  await visit.press('browse:applyFacets');
  assert.ok(page.url().includes('field=new-materials'), page.url());
  assert.ok(await page.locator('.browse-chips').isVisible());
  await visit.look('search-narrowed');

  await visit.follow(TITLE[language]);
  assert.equal(await visit.heading(), TITLE[language]);
  await visit.look('listing');
  const { pathname } = new URL(page.url());

  if (visit.isNarrow) await page.locator('header summary.menu-button').click();
  await visit.go(page.locator('header a.language'));
  assert.equal(await visit.heading(), TITLE[language === 'zh' ? 'en' : 'zh']);
  assert.equal(new URL(page.url()).pathname.replace(/^\/en/, ''), pathname.replace(/^\/en/, ''));
  await visit.look('listing-switched');
}
