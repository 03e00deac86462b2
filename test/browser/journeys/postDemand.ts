import assert from 'node:assert/strict';
import type { Meeting } from '../meeting.ts';
import { mailOf } from '../openSite.ts';
import type { Visit } from '../openVisit.ts';

const TEXTS = {
  zh: {
    title: '泵体压铸件打压漏气，希望降到百分之二以下',
    summary: '回收铝压铸的泵壳加工后打压漏气率约 8%，希望降到 2% 以下。',
    background: '近两年换用回收铝以后，泵壳加工完打压时经常漏气，切开能看到小孔，机加工工时白费。',
    indicator: '打压漏气率',
  },
  en: {
    title: 'Leaking die-cast pump housings, wanted below two per cent',
    summary: 'About 8 % of housings cast from recycled aluminium leak when tested; wanted are less than 2 %.',
    background:
      'Since we changed to recycled aluminium, housings often leak after machining, and the work is lost.',
    indicator: 'Leaking housings',
  },
};

/** A member posts a demand by the guided form, with a mistake on the way that is shown where it was made. */
export async function postDemand({ enter }: Meeting): Promise<void> {
  const visit = await enter();
  const { page, t, variant } = visit;
  const { language } = variant;
  const text = TEXTS[language];
  await visit.signIn(mailOf('helong'));
  await visit.open('/my/listings');
  await visit.follow(t('listings:post'));
  await visit.look('post-kinds');
  await visit.go(page.locator('main a[href$="/new/demand"]'));
  await visit.fill({
    [`title.${language}`]: text.title,
    [`summary.${language}`]: text.summary,
    demandType: 'problem-solving',
    field: 'advanced-manufacturing',
  });
  await chooseIndustry(visit);
  await visit.look('post-subject');
  await visit.press('listings:saveAndNext');

  await visit.fill({
    [`background.${language}`]: text.background,
    'metrics.0.indicator': text.indicator,
    'metrics.0.operator': 'le',
    'metrics.0.value': language === 'zh' ? '百分之二' : 'two',
    'metrics.0.unit': '%',
  });
  await visit.press('listings:saveAndNext');
  await seeMistake(visit, text.background);
  await visit.look('post-detail-mistake');
  await visit.fill({ 'metrics.0.value': '2' });
  await visit.press('listings:saveAndNext');

  await visit.look('post-files');
  await visit.follow(t('listings:goOn'));
  await visit.fill({ cooperation: 'service', deadline: '2026-12-31', visibility: 'anonymous' });
  await visit.look('post-terms');
  await visit.press('listings:saveAndNext');
  await visit.fill({ isNotSecret: 'true', isTruthful: 'true' });
  await visit.look('post-statement');
  await visit.press('listings:act.submit.label');
  assert.equal(await visit.heading(), text.title);
  assert.ok((await visit.text()).includes(t('review:state.submitted')));
  await visit.look('post-submitted');
}

async function chooseIndustry({ page }: Visit): Promise<void> {
  const pumps = page.locator('main [name=industry][value="34"]');
  if (!(await pumps.isVisible()))
    await page.locator('details:has([name=industry][value="34"]) > summary').first().click();
  await pumps.check();
}

/** The message stands beside its field and in the summary, which leads to it; nothing typed is lost. */
async function seeMistake({ page, variant }: Visit, background: string): Promise<void> {
  const { language } = variant;
  const box = page.locator('[name="metrics.0.value"]');
  assert.equal(await box.inputValue(), language === 'zh' ? '百分之二' : 'two');
  assert.equal(await page.locator(`[name="background.${language}"]`).inputValue(), background);
  assert.equal(await box.getAttribute('aria-invalid'), 'true');
  const message = page.locator(`[id="${await box.getAttribute('aria-describedby')}"]`);
  assert.ok(await message.isVisible());
  const summary = page.locator('#error-summary');
  assert.equal(await summary.locator('a').count(), 1);
  if (variant.hasScript) assert.equal(await page.evaluate('document.activeElement.id'), 'error-summary');
}
