import { type Request, type Response, Router } from 'express';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { localPath } from '../web/localPath.ts';
import { localsOf } from '../web/locals.ts';
import { requireOffice } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { KEPT_DAYS } from './unmetSearches.ts';

/** `/desk/unmet`: what several people searched for and nobody offers. */
export function createUnmetRoutes({ savedSearches }: Pick<Services, 'savedSearches'>): Router {
  async function showUnmet(_request: Request, response: Response) {
    const { language } = localsOf(response).frame;
    const address = (path: string, parameters: Record<string, string>) =>
      localPath(language, `${path}?${new URLSearchParams(parameters)}`);
    const rows = (await savedSearches.unmet.shown()).map((row) => ({
      ...row,
      searchHref: address('/search', { q: row.text }),
      glossaryHref: address(`${paths.deskGlossary}/new`, {
        [/\p{Script=Han}/u.test(row.text) ? 'zh' : 'en']: row.text,
      }),
    }));
    show(response, 'saved-searches/unmet', { rows, days: KEPT_DAYS });
  }

  return Router().get(paths.deskUnmet, requireOffice('operator', 'supervisor', 'auditor'), showUnmet);
}
