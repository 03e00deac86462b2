import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../server/accounts/demoPassword.ts';
import type { Translate } from '../../server/i18n/translate.ts';
import type { Site } from './openSite.ts';
import { axeFaults, doubleIds, focusFaults, skipFaults, widthFaults } from './pageFaults.ts';
import { type Variant, variantSlug } from './variant.ts';

const SCREENSHOTS = join(import.meta.dirname, 'screenshots');
const HEIGHT = 800;
const PATIENCE_MS = 30_000;

/** Somebody with a browser: opens pages, uses what is seen on them, and has a good look at each. */
export async function openVisit(browser: Browser, site: Site, variant: Variant) {
  const { language, width, hasScript, colorScheme = 'light' } = variant;
  const context = await browser.newContext({
    baseURL: site.address,
    viewport: { width, height: HEIGHT },
    javaScriptEnabled: hasScript,
    colorScheme,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const complaints = listen(page);
  const translate: Translate = site.translatorOf(language);
  const main = page.locator('main');

  const visit = {
    page,
    variant,
    t: translate,
    isNarrow: width < 400,
    /** @param path without the language. */
    async open(path: string): Promise<void> {
      await page.goto(language === 'en' ? `/en${path === '/' ? '' : path}` : path);
    },

    async signIn(mail: string): Promise<void> {
      await visit.open('/sign-in');
      await page.fill('[name=mail]', mail);
      await page.fill('[name=password]', DEMO_PASSWORD);
      await visit.press('common:signIn');
    },

    /** Clicks what leads to another page, and waits until that page is there. */
    async go(leading: Locator): Promise<void> {
      const isThere = page.waitForEvent('load');
      await leading.click();
      await isThere;
    },

    /** Presses the button with these words. */
    async press(key: string, values: Record<string, string | number> = {}): Promise<void> {
      await visit.go(main.getByRole('button', { name: translate(key, values) }).first());
    },

    /** Follows the link of the page with these words. */
    async follow(words: string): Promise<void> {
      await visit.go(main.getByRole('link', { name: words }).first());
    },

    /** Types into the boxes of the page by their names, chooses in its lists and ticks. */
    async fill(values: Record<string, string>): Promise<void> {
      for (const [name, value] of Object.entries(values)) await fillOne(page, name, value);
    },

    heading: () => page.locator('h1').innerText(),
    text: () => main.innerText(),

    /** Keeps a picture of the page and finds no fault with it. */
    async look(name: string): Promise<void> {
      const file = join(SCREENSHOTS, `${name}-${variantSlug(variant)}.png`);
      await mkdir(SCREENSHOTS, { recursive: true });
      await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
      const faults = [
        ...complaints.splice(0),
        ...(await skipFaults(page)),
        ...(await widthFaults(page)),
        ...(await doubleIds(page)),
        ...(await focusFaults(page)),
        ...(await withScripts(page, () => axeFaults(page))),
      ];
      assert.deepEqual(faults, [], `${name}: ${page.url()}`);
    },

    /** Keeps a picture of the page as it is printed on A4. */
    async print(name: string): Promise<void> {
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 718, height: 1047 });
      await page.screenshot({ path: join(SCREENSHOTS, `${name}-print-${language}.png`), fullPage: true });
      await page.pdf({ path: join(SCREENSHOTS, `${name}-${language}.pdf`), format: 'A4' });
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize({ width, height: HEIGHT });
    },

    close: () => context.close(),
  };

  /** Axe needs timers; the page itself was loaded without script, so nothing of it wakes up. */
  async function withScripts<T>(page: Page, act: () => Promise<T>): Promise<T> {
    if (hasScript) return act();
    const session = await context.newCDPSession(page);
    // A session only passes on what changes for itself.
    await session.send('Emulation.setScriptExecutionDisabled', { value: true });
    await session.send('Emulation.setScriptExecutionDisabled', { value: false });
    try {
      return await act();
    } finally {
      await session.send('Emulation.setScriptExecutionDisabled', { value: true });
      await session.detach();
    }
  }

  return visit;
}

export type Visit = Awaited<ReturnType<typeof openVisit>>;

/** What the browser complains about; a page that answers 4xx on purpose is no complaint. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const isPage = message.location().url === page.url() && message.text().includes('status of 4');
    if (message.type() === 'error' && !isPage) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  return complaints;
}

/** A list of a page with several forms is that of the first. */
async function fillOne(page: Page, name: string, value: string): Promise<void> {
  const box = page.locator(`main [name="${name}"]:not([type=hidden])`);
  const kind = await box.first().evaluate((element) => (element as unknown as { type: string }).type);
  if (kind === 'select-one') await box.first().selectOption(value);
  else if (kind === 'radio' || kind === 'checkbox') await box.and(page.locator(`[value="${value}"]`)).check();
  else await box.first().fill(value);
}
