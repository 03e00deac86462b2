import assert from 'node:assert/strict';
import type { Meeting } from '../meeting.ts';
import { mailOf } from '../openSite.ts';
import type { Visit } from '../openVisit.ts';

const SUPPLY = { zh: '低品位热源有机工质发电机组', en: 'Organic Rankine unit for low-grade heat' };
const TEXTS = {
  zh: {
    cooperation: '希望取得普通许可，用于轧钢加热炉的 200 kW 机组。',
    unclear: '烟气含水 11% 时，蒸发器如何防止露点腐蚀？',
    about: '我们经营热轧厂，有两座加热炉，现场具备安装条件。',
    use: '轧钢加热炉余热发电，两台 200 kW 机组。',
    territory: '中国境内',
    note: '入门费按两期支付的金额合计。',
    contact: ['辛若谷', '接洽人'],
  },
  en: {
    cooperation: 'An ordinary licence for 200 kW units at our reheating furnaces.',
    unclear: 'How is dew-point corrosion avoided with 11 % water in the flue gas?',
    about: 'We run a hot-rolling mill with two furnaces and have the room for a unit.',
    use: 'Power from the waste heat of two reheating furnaces, 200 kW each.',
    territory: 'Within China',
    note: 'The entry fee is the sum of two payments.',
    contact: ['Xin Ruogu', 'Jie Qiaren'],
  },
};

/** A firm asks for a licence from a listing; the owner agrees to talk, both disclose, and they agree on terms. */
export async function agreeOnLicence({ site, enter, variant }: Meeting): Promise<void> {
  const text = TEXTS[variant.language];
  const firm = await enter();
  await firm.signIn(mailOf('lishan'));
  await ask(firm);
  const deal = new URL(firm.page.url()).pathname.replace(/^\/en/, '');
  assert.match(deal, /^\/my\/deals\/T-/);
  await firm.look('deal-asked');

  const owner = await enter();
  await owner.signIn(mailOf('hunhe'));
  await owner.open('/my/deals');
  await owner.look('deal-list');
  const row = owner.page.locator('main tr', { hasText: deal.split('/').at(-1) ?? '' });
  await owner.go(row.getByRole('link').first());
  await owner.press('deals:do.accept');
  await disclose(owner, text.contact[0] ?? '');
  await owner.look('deal-accepted');

  await firm.open(deal);
  await disclose(firm, text.contact[1] ?? '');
  await propose(firm);
  await firm.look('deal-proposed');

  await site.drain();
  await owner.open(deal);
  await owner.press('deals:do.agree', { version: 1 });
  assert.ok((await owner.text()).includes(owner.t('deals:agreedVersion')));
  await owner.look('deal-agreed');
}

/** From the listing to the request, whose three questions are all asked. */
async function ask(firm: Visit): Promise<void> {
  const { language } = firm.variant;
  const { cooperation, unclear, about } = TEXTS[language];
  await firm.open(`/achievements?q=${encodeURIComponent(SUPPLY[language])}`);
  await firm.go(firm.page.locator('.card-title a', { hasText: SUPPLY[language] }));
  await firm.go(firm.page.locator('.listing-ask a.button'));
  await firm.fill({ requestKind: 'licence', cooperation, unclear });
  await firm.press('deals:send');
  assert.ok(await firm.page.locator('#field-about-error').isVisible());
  const line = await firm.page.locator('#error-summary a').innerText();
  assert.ok(line.startsWith(firm.t('deals:question.about')), line);
  assert.equal(await firm.page.locator('[name=unclear]').inputValue(), unclear);
  await firm.look('deal-ask-mistake');
  await firm.fill({ about });
  await firm.press('deals:send');
}

async function disclose({ page, press, fill, t }: Visit, name: string): Promise<void> {
  await page.locator('summary', { hasText: t('deals:do.disclose') }).click();
  await fill({ name, mail: 'contact@works.test', phone: '024-5550-0173' });
  await press('deals:discloseButton');
  assert.ok((await page.locator('main').innerText()).includes(name));
}

async function propose(firm: Visit): Promise<void> {
  const { use, territory, note } = TEXTS[firm.variant.language];
  await firm.follow(firm.t('deals:do.propose'));
  await firm.fill({
    contractType: 'LIC',
    licenceKind: 'ordinary',
    use,
    territory,
    periodFrom: '2026-05-01',
    periodTo: '2031-04-30',
    paymentMode: 'entry-fee-royalty',
    'fee.amount': '80',
    royaltyBase: 'net-sales',
    royaltyRate: '3',
    'total.amount': '80',
    'technology.amount': '80',
    note,
  });
  await firm.look('deal-terms');
  await firm.press('deals:sendTerms');
}
