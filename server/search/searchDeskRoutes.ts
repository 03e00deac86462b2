import { type Request, type Response, Router } from 'express';
import type { IndexState } from '../../search/searchIndex.ts';
import { LISTING_KINDS } from '../catalogue/catalogue.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { flash } from '../web/flash.ts';
import { localsOf } from '../web/locals.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireOffice } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { createRebuild, lastRebuild } from './rebuildOnce.ts';
import { vectorsRow } from './vectorsRow.ts';

const READERS = ['operator', 'supervisor', 'administrator', 'auditor'] as const;

type Needs = Pick<
  Services,
  'stores' | 'search' | 'runner' | 'background' | 'reconciler' | 'log' | 'matching'
>;

/** `/desk/search`: is the index true, how far are the consumers, what was put aside; rebuild and retry. */
export function createSearchDeskRoutes({
  stores,
  search,
  runner,
  background,
  reconciler,
  log,
  matching,
}: Needs): Router {
  async function stateOfIndex(): Promise<IndexState | null> {
    return search.state().catch(() => null);
  }

  async function consumers() {
    const { sequence } = await stores.eventLog.head();
    return Promise.all(
      runner.consumers.map(async ({ name }) => {
        const cursor = await stores.cursors.get(name);
        return { name, ...cursor, lag: sequence - cursor.sequence };
      }),
    );
  }

  async function showState(_request: Request, response: Response) {
    const state = await stateOfIndex();
    const counts = await Promise.all(LISTING_KINDS.map((kind) => stores.listings.countPublished(kind)));
    show(response, 'search/desk', {
      engine: state?.engine ?? '',
      isHealthy: state?.isHealthy ?? false,
      version: state?.version ?? '',
      documents: { public: state?.documents.public ?? 0, matching: state?.documents.matching ?? 0 },
      published: counts.reduce((sum, count) => sum + count, 0),
      head: (await stores.eventLog.head()).sequence,
      consumers: await consumers(),
      deadLetters: await stores.cursors.buried(50),
      ...(await lastRebuild(stores.leases)),
      vectors: vectorsRow(await matching.vectors?.walk.progress(), localsOf(response).frame),
    });
  }

  const rebuild = createRebuild({ leases: stores.leases, reconciler });

  function startRebuild(request: Request, response: Response) {
    rebuild().catch((error: unknown) => log.error({ error }, 'the rebuild failed'));
    flash(request, 'search:rebuildStarted');
    redirectTo(response, paths.deskSearch);
  }

  async function repair(request: Request, response: Response) {
    const found = await reconciler.repair();
    const count = Object.values(found).reduce(
      (sum, { missing, stale, orphaned }) => sum + missing.length + stale.length + orphaned.length,
      0,
    );
    flash(request, 'search:repaired', { count });
    redirectTo(response, paths.deskSearch);
  }

  async function retry(request: Request, response: Response) {
    for (const letter of await stores.cursors.buried(500)) {
      const [event] = await stores.eventLog.after(letter.sequence - 1, 1);
      const consumer = runner.consumers.find(({ name }) => name === letter.consumer);
      if (event === undefined || consumer === undefined) continue;
      await consumer.consume([event]).then(
        () => stores.cursors.unbury(letter._id),
        (error: unknown) => log.warn({ error, letter }, 'a dead letter failed again'),
      );
    }
    background.nudge();
    flash(request, 'search:retried', { count: await stores.cursors.countBuried() });
    redirectTo(response, paths.deskSearch);
  }

  return Router()
    .get(paths.deskSearch, requireOffice(...READERS), showState)
    .post(`${paths.deskSearch}/rebuild`, requireOffice('supervisor', 'administrator'), startRebuild)
    .post(`${paths.deskSearch}/repair`, requireOffice('supervisor', 'administrator'), repair)
    .post(`${paths.deskSearch}/retry`, requireOffice('supervisor', 'administrator'), retry);
}
