import { type RequestHandler, type Response, Router } from 'express';
import { LISTING_KINDS } from '../catalogue/catalogue.ts';
import type { Clock } from '../clock.ts';
import { paths } from '../paths.ts';
import { localsOf } from '../web/locals.ts';
import { rememberPage } from '../web/rememberedPages.ts';
import { show } from '../web/show.ts';
import type { Web } from '../web/web.ts';
import { browseAddress, SCOPE_PATHS, type Scope } from './browseAddress.ts';
import { browsePage, cardReader } from './browsePage.ts';
import { type BrowseQuery, hasConditions, parseBrowseQuery, readCode } from './browseQuery.ts';
import type { BrowseResult } from './browseService.ts';
import type { BrowseServices } from './browseServices.ts';
import { atomFeed } from './feed.ts';
import { homePage } from './homePage.ts';
import { rangeMistakePage } from './rangeMistakePage.ts';

const PAGE_SIZE = 20;
const FEED_LENGTH = 30;

interface Parts {
  browsing: Pick<BrowseServices, 'browse' | 'home' | 'advise' | 'name'>;
  glossaryDesk: { office: { synonymsFor(text: string): string[][] } };
  savedSearches: { unmet: { note(typed: string, from: string): Promise<void> } };
  clock: Clock;
}

/** The home page, the four lists, the search over all of them, and feeds of each. */
export function createBrowseRoutes(
  { browsing, savedSearches, glossaryDesk, clock }: Parts,
  web: Pick<Web, 'assets' | 'limits' | 'baseUrl'>,
): Router {
  const readerFor = (response: Response, text = '') =>
    cardReader(
      localsOf(response).frame,
      { clock, assetAddress: web.assets.address },
      text,
      glossaryDesk.office.synonymsFor(text),
    );

  const showHome: RequestHandler = async (_request, response) => {
    const page = homePage(await browsing.home(), readerFor(response));
    if (page.isDegraded) localsOf(response).frame.isDegraded = true;
    rememberPage(response);
    show(response, 'home/home', page);
  };

  function showList(scope: Scope): RequestHandler {
    return async (request, response) => {
      const mistake = rangeMistakePage(scope, request.query, localsOf(response).frame);
      if (mistake !== null) return show(response, 'browse/mistake', mistake, 400);
      const query = parseBrowseQuery(request.query);
      const kinds = scope === 'all' ? null : [scope];
      const result = await browsing.browse({ kinds, query, pageSize: PAGE_SIZE });
      if (isUnmet(query, result)) await savedSearches.unmet.note(query.text, request.ip ?? '');
      const asked = { kinds, query, pageSize: PAGE_SIZE };
      const [advice, named] = await Promise.all([
        browsing.advise(asked, result),
        browsing.name(asked, result),
      ]);
      const shown = { scope, query, result, advice, named, pageSize: PAGE_SIZE };
      const page = browsePage(shown, readerFor(response, result.correctedText ?? query.text));
      if (page.isDegraded) localsOf(response).frame.isDegraded = true;
      // What is sought in vain is noted every time.
      if (result.listings.length > 0) rememberPage(response);
      show(response, 'browse/browse', page);
    };
  }

  const showFeed: RequestHandler = async (request, response) => {
    const query = { ...parseBrowseQuery(request.query, ['kind']), sort: 'newest' as const };
    const kind = readCode(request.query, 'kind', LISTING_KINDS);
    const { frame } = localsOf(response);
    const result = await browsing.browse({ kinds: kind && [kind], query, pageSize: FEED_LENGTH });
    const scope: Scope = kind ?? 'all';
    const title = [
      frame.translate('common:siteName'),
      frame.translate(`browse:headings.${scope}`),
      query.text,
    ];
    const feed = atomFeed(result.listings, {
      language: frame.language,
      baseUrl: web.baseUrl,
      title: title.filter(Boolean).join(' · '),
      selfPath: frame.path,
      pagePath: browseAddress(SCOPE_PATHS[scope], { ...query, sort: null }),
      now: clock.now(),
    });
    response.type('application/atom+xml').send(feed);
  };

  /** Words cost the search something, turning pages does not. */
  const limitWords: RequestHandler = (request, response, next) =>
    request.query.q ? web.limits.search(request, response, next) : next();

  const router = Router();
  router.get(paths.home, showHome);
  for (const [scope, path] of Object.entries(SCOPE_PATHS))
    router.get(path, limitWords, showList(scope as Scope));
  router.get('/feed', limitWords, showFeed);
  return router;
}

/** Nothing of any kind says these words, whatever else is chosen. */
function isUnmet({ text, ...query }: BrowseQuery, { kinds }: BrowseResult): boolean {
  if (text === '' || hasConditions(query) || kinds === null) return false;
  return Object.values(kinds).every((count) => count === 0);
}
