import type { RequestHandler, Response } from 'express';
import type { Clock } from '../clock.ts';
import { localsOf } from './locals.ts';

const MOST_PAGES = 200;
/** Older pages are made anew even if nothing was written, as after the index was built again by a command. */
const GOOD_MS = 60_000;
const HEADERS = ['Content-Type', 'Cache-Control', 'ETag'];

interface RememberedPage {
  html: Buffer;
  headers: Record<string, string>;
  /** What the store said before the page was made. */
  mark: string;
  madeAt: number;
  onShow: () => void;
}

interface Parts {
  /** Another text after every write to the store, by any process; null where a store cannot tell. */
  changeMark: () => string | null;
  clock: Clock;
}

/**
 * Shows a page again to people without a session as long as nobody wrote anything: it would come out the same.
 * Only pages that `rememberPage` was said of, which hold nothing of the person who asked.
 */
export function createRememberedPages({ changeMark, clock }: Parts): RequestHandler {
  const pages = new Map<string, RememberedPage>();

  function keep(key: string, page: RememberedPage): void {
    pages.delete(key);
    const [oldest] = pages.keys();
    if (pages.size >= MOST_PAGES && oldest !== undefined) pages.delete(oldest);
    pages.set(key, page);
  }

  return (request, response, next) => {
    if (request.method !== 'GET' || request.headers.cookie !== undefined) return next();
    const mark = changeMark();
    if (mark === null) return next();
    const locals = localsOf(response);
    const { today, language, path } = locals.frame;
    const key = `${today} ${language} ${path}`;
    const madeAt = clock.now().getTime();
    const page = pages.get(key);
    if (page !== undefined && page.mark === mark && madeAt - page.madeAt < GOOD_MS) {
      page.onShow();
      response.set(page.headers).send(page.html);
      return;
    }
    locals.keepPage = (html, onShow) => {
      const headers = Object.fromEntries(HEADERS.map((name) => [name, response.get(name) ?? '']));
      keep(key, { html: Buffer.from(html), headers, mark, madeAt, onShow });
    };
    next();
  };
}

/**
 * Says of the page about to be shown that everybody without a session sees it like this.
 * @param onShow what has to happen each time the page is shown again
 */
export function rememberPage(response: Response, onShow: () => void = () => {}): void {
  localsOf(response).onShow = onShow;
}

/** Keeps what was shown, unless it says that something is down, or holds the token of a session that began with it. */
export function keepShown(response: Response, html: string): void {
  const { keepPage, onShow, frame } = localsOf(response);
  if (keepPage === undefined || onShow === undefined || frame.isDegraded) return;
  if (response.req.session?.csrfToken === undefined) keepPage(html, onShow);
}
