import assert from 'node:assert/strict';
import { CHECKLIST } from '../../../server/review/checklist.ts';
import type { Meeting } from '../meeting.ts';
import { mailOf } from '../openSite.ts';
import type { Visit } from '../openVisit.ts';
import { submitCases } from '../reviewCases.ts';

const WORDS = {
  zh: '请写明“1.5%”是在什么铝液、多少炉次上统计的，并附检测记录。',
  en: 'Please say in which melts and how many heats the 1.5 % was counted, and add the record.',
};

/** An operator reads a case with its differences, returns one with a reason and approves another. */
export async function reviewCases({ site, enter }: Meeting): Promise<void> {
  const { changed, fresh } = await submitCases(site);
  const operator = await enter();
  const { page, t, variant } = operator;
  await operator.signIn(mailOf('province.liaoning'));
  await operator.open('/desk/review');
  await operator.look('review-queue');

  await openCase(operator, changed);
  assert.ok(await page.locator('main ins').first().isVisible());
  assert.ok(await page.locator('main del').first().isVisible());
  await operator.look('review-case');
  await operator.press('review:do.return');
  assert.ok(await page.locator('#error-summary').isVisible());
  await operator.look('review-case-mistake');
  await operator.fill({ reason: 'no-figures', text: WORDS[variant.language] });
  await operator.press('review:do.return');
  assert.ok((await operator.text()).includes(t('review:done.return', { reference: changed })));
  await operator.look('review-returned');

  await openCase(operator, fresh);
  for (const item of CHECKLIST.achievement) await operator.fill({ checklist: item });
  await operator.press('review:do.approve');
  assert.ok((await operator.text()).includes(t('review:done.approve', { reference: fresh })));
  await site.drain();
  await operator.open(`/listings/${fresh}`);
  assert.ok(await page.locator('.listing').isVisible());
}

/** By its title in the queue, which is the only one with this reference in its row. */
async function openCase({ page, go }: Visit, reference: string): Promise<void> {
  await go(page.locator('main tr', { hasText: reference }).getByRole('link').first());
}
