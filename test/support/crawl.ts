import { type Page, readPage } from './page.ts';
import type { Visitor } from './visitor.ts';

export interface CrawlOptions {
  /** The patterns of the routes, such as `/listings/:reference`. */
  routes: readonly string[];
  /** How many addresses of one route are opened. */
  most?: number;
  /** Called before each page is opened. */
  onPage?: (address: string) => void;
  onAnswer?: (address: string, status: number) => void;
}

/** The addresses a page leads to by links and by forms of search, on this site and without the language. */
function leadsTo(page: Page): string[] {
  const links = page.$('a[href], img[src]').toArray();
  const forms = page.$('form[method="get"], form:not([method])').toArray();
  return [
    ...links.map((element) => page.$(element).attr('href') ?? page.$(element).attr('src') ?? ''),
    ...forms.map((element) => page.$(element).attr('action') ?? ''),
  ]
    .map((address) => new URL(address, `http://market.test${page.address}`))
    .filter(({ host, pathname }) => host === 'market.test' && !/^\/en(\/|$)/.test(pathname))
    .map(({ pathname, search }) => pathname + search);
}

/**
 * Opens what can be reached from the given addresses by links, a few addresses of each route and of
 * each single question to it.
 * @returns the routes that were opened.
 */
export async function crawl(
  visitor: Visitor,
  from: readonly string[],
  { routes, most = 1, onPage = () => {}, onAnswer = () => {} }: CrawlOptions,
): Promise<Set<string>> {
  const routeOf = createRouteFinder(routes);
  const opened = new Map<string, number>();
  const waiting = [...from];
  const known = new Set(waiting);
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const { pathname, searchParams } = new URL(address, 'http://market.test');
    const route = routeOf(decodeURIComponent(pathname));
    // A page with a question in its address is another one; what is asked for does not matter.
    const kind = `${route}?${[...searchParams.keys()].sort().join('&')}`;
    if (route === null || searchParams.size > 1 || (opened.get(kind) ?? 0) >= most) continue;
    opened.set(kind, (opened.get(kind) ?? 0) + 1);
    onPage(address);
    const answer = await visitor.agent.get(address);
    onAnswer(address, answer.status);
    const next =
      answer.status >= 300 && answer.status < 400
        ? [String(answer.headers.location)]
        : leadsTo(readPage(answer.text ?? '', answer.status, address));
    for (const found of next.filter((candidate) => !known.has(candidate))) {
      known.add(found);
      waiting.push(found);
    }
  }
  return new Set([...opened.keys()].map((kind) => kind.slice(0, kind.indexOf('?'))));
}

function createRouteFinder(routes: readonly string[]) {
  const patterns = routes.map((route) => ({
    route,
    pattern: new RegExp(`^${route.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}/?$`),
    isExact: !route.includes(':'),
  }));
  const sorted = [
    ...patterns.filter(({ isExact }) => isExact),
    ...patterns.filter(({ isExact }) => !isExact),
  ];
  return (path: string): string | null => sorted.find(({ pattern }) => pattern.test(path))?.route ?? null;
}
