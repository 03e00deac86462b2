import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const MOST_NAMED = 3;

/** What axe finds against WCAG 2.2 AA and its best practices. */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(STANDARD).analyze();
  return violations.map(({ id, help, nodes }) => {
    const places = nodes
      .slice(0, MOST_NAMED)
      .map(({ html, target }) => `${target.join(' ')} ${html.slice(0, 160)}`);
    return `axe ${id}: ${help} (${nodes.length}): ${places.join(' | ')}`;
  });
}

/** Elements that make the page scroll sideways. */
export async function widthFaults(page: Page): Promise<string[]> {
  const wide = await page.evaluate<string[]>(`(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => element.outerHTML.slice(0, 120));
  })()`);
  return wide.length > 0 ? [`scrolls sideways: ${wide.slice(0, MOST_NAMED).join(' | ')}`] : [];
}

/** Elements one can get to by keyboard without seeing where one is. */
export async function focusFaults(page: Page): Promise<string[]> {
  const unseen = await page.evaluate<string[]>(`(() => {
    const stops = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
    const before = document.activeElement;
    const faults = [...document.querySelectorAll(stops)]
      .filter((element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility())
      .filter((element) => {
        element.focus({ focusVisible: true, preventScroll: true });
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle === 'none' || parseFloat(outlineWidth) < 2;
      })
      .map((element) => element.outerHTML.slice(0, 120));
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    document.activeElement?.blur();
    return faults;
  })()`);
  return unseen.length > 0
    ? [`focus is not seen (${unseen.length}): ${unseen.slice(0, MOST_NAMED).join(' | ')}`]
    : [];
}

/** The first stop of the keyboard is the way past the header, and it is seen. */
export async function skipFaults(page: Page): Promise<string[]> {
  const isFresh = await page.evaluate<boolean>('document.activeElement === document.body');
  if (!isFresh) return [];
  await page.keyboard.press('Tab');
  const skip = await page.evaluate<{ isSkip: boolean; isSeen: boolean }>(`(() => {
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    return { isSkip: document.activeElement.matches('a.skip'), isSeen: top >= 0 && bottom > 0 };
  })()`);
  return skip.isSkip && skip.isSeen
    ? []
    : [`the skip link is not the first stop, or not seen: ${JSON.stringify(skip)}`];
}

/** Ids that two elements have, so that labels and links lead to the wrong one. */
export async function doubleIds(page: Page): Promise<string[]> {
  const ids = await page.evaluate<string[]>("[...document.querySelectorAll('[id]')].map(({ id }) => id)");
  const doubles = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...doubles].map((id) => `two elements have the id ${id}`);
}
