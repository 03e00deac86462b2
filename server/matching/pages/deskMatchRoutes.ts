import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import type { Actor } from '../../accounts/actor.ts';
import type { Issue } from '../../errors.ts';
import { paths } from '../../paths.ts';
import type { Services } from '../../services.ts';
import { dismissReasons } from '../../vocabulary/dismissReasons.ts';
import { regions } from '../../vocabulary/regions.ts';
import { technologyFields } from '../../vocabulary/technologyFields.ts';
import { actorOf } from '../../web/actorOf.ts';
import { flash } from '../../web/flash.ts';
import { formView } from '../../web/formView.ts';
import { takeKeptForm } from '../../web/keptForm.ts';
import { localPath } from '../../web/localPath.ts';
import { localsOf } from '../../web/locals.ts';
import { orShowAgain } from '../../web/orShowAgain.ts';
import { pagination } from '../../web/pagination.ts';
import { readForm } from '../../web/readForm.ts';
import { readQuery } from '../../web/readQuery.ts';
import { redirectTo } from '../../web/redirectTo.ts';
import { requireOffice } from '../../web/requireSignedIn.ts';
import { show } from '../../web/show.ts';
import { allowedMatchEvents } from '../matchPermissions.ts';
import { type CardReader, evidenceCard } from './evidenceCard.ts';
import { bulkForm, dismissForm, noteForm, queueQuery, seenForm } from './matchForms.ts';
import { createMatchReading } from './matchReading.ts';
import { matchRow } from './matchRow.ts';
import { recomputedNote } from './recomputedNote.ts';

const PAGE_SIZE = 20;
const DAY_MS = 86_400_000;
const STATES = ['suggested', 'approved', 'dismissed'] as const;
const DECISIONS = ['approve', 'dismiss', 'take-back', 'amend'] as const;

type Needs = Pick<Services, 'matching' | 'stores' | 'clock'>;

/** `/desk/matches`: the queue, best first, and each match as an evidence card with its decision. */
export function createDeskMatchRoutes({ matching, stores, clock }: Needs): Router {
  const { service } = matching;
  const reading = createMatchReading(stores, matching.weighing.live);
  const readerOf = (request: Request, response: Response) => ({
    ...localsOf(response).frame,
    viewer: actorOf(request),
  });

  async function showQueue(request: Request, response: Response) {
    const reader = readerOf(request, response);
    const query = readQuery(queueQuery, request.query);
    const before = query.days === undefined ? null : new Date(clock.now().getTime() - query.days * DAY_MS);
    const filter = {
      state: query.state,
      region: query.region ?? null,
      field: query.field ?? null,
      fromScore: query.from ?? null,
      before,
    };
    const { matches, total } = await service.queue(reader.viewer, filter, {
      skip: (query.page - 1) * PAGE_SIZE,
      limit: PAGE_SIZE,
    });
    const rows = (await reading.withParts(matches)).map((parts) => matchRow(parts, reader));
    show(response, 'matching/queue', {
      rows,
      total,
      ...filterParts(query, reader),
      pagination: pagination(
        { page: query.page, pageSize: PAGE_SIZE, total },
        paths.deskMatches,
        request.query,
        reader,
      ),
    });
  }

  async function showMatch(request: Request, response: Response, issues: Issue[] = [], status = 200) {
    const reader = readerOf(request, response);
    const match = await service.read(reader.viewer, String(request.params.reference));
    const parts = await reading.one(match);
    const events = allowedMatchEvents(reader.viewer, match) as string[];
    const locals = {
      card: evidenceCard(parts, reader),
      row: matchRow(parts, reader),
      can: Object.fromEntries(DECISIONS.map((event) => [event, events.includes(event)])),
      isDecidable: DECISIONS.some((event) => events.includes(event)),
      recomputed: recomputedNote(match.evidence, reader.translate),
      note: match.note ?? '',
      dismissReasons: dismissReasons.entries,
      history: match.history.toReversed().map(({ event, at, role, text }) => ({
        tone: event === 'approve' ? 'agreed' : event === 'dismiss' ? 'refused' : 'neutral',
        what: reader.translate(`matching:event.${event}`),
        at,
        who: reader.translate(`matching:role.${role}`),
        text: text ?? '',
      })),
      trail: [
        {
          href: localPath(reader.language, paths.deskMatches),
          label: reader.translate('matching:queueTitle'),
        },
      ],
      form: formView(
        issues.length > 0 ? request.body : {},
        issues,
        reader.translate,
        takeKeptForm(request, response),
      ),
    };
    show(response, 'matching/desk', locals, status);
  }

  const acts = {
    approve: (request: Request) => service.approve(seen(request)),
    'take-back': (request: Request) => service.takeBack(seen(request), null),
    dismiss(request: Request) {
      const { revision, reason, text } = readForm(dismissForm, request.body).values;
      return service.dismiss({ ...act(request), revision }, reason, text);
    },
    amend(request: Request) {
      const { revision, note } = readForm(noteForm, request.body).values;
      return service.amend({ ...act(request), revision }, note);
    },
  };

  const perform = (name: keyof typeof acts) => (request: Request, response: Response) =>
    orShowAgain(
      async () => {
        await acts[name](request);
        flash(request, `matching:done.${name}`, { reference: String(request.params.reference) });
        redirectTo(
          response,
          name === 'amend' ? paths.deskMatch(String(request.params.reference)) : paths.deskMatches,
        );
      },
      (issues) => showMatch(request, response, issues, 422),
    );

  async function approveMany(request: Request, response: Response) {
    const { pair } = readForm(bulkForm, request.body).values;
    const selection = pair.map((each) => {
      const [reference = '', revision = ''] = each.split(':');
      return { reference, revision: Number(revision) };
    });
    const { approved, refused } = await service.approveMany(actorOf(request), selection);
    flash(request, 'matching:bulkDone', { done: approved.length, failed: refused.length });
    redirectTo(response, paths.deskMatches);
  }

  const router = Router()
    .get(paths.deskMatches, requireOffice('operator', 'supervisor', 'auditor'), showQueue)
    .post(paths.deskMatches, requireOffice('operator'), approveMany)
    .get(
      `${paths.deskMatches}/:reference`,
      requireOffice('operator', 'supervisor', 'auditor'),
      (request: Request, response: Response) => showMatch(request, response),
    );
  for (const name of Object.keys(acts) as (keyof typeof acts)[]) {
    router.post(
      `${paths.deskMatches}/:reference/${name}`,
      requireOffice('operator', 'supervisor'),
      perform(name),
    );
  }
  return router;
}

/** Tabs and boxes the queue is narrowed with; an operator chooses among the own regions. */
function filterParts(
  { state, region, field, from, days }: z.output<typeof queueQuery>,
  { viewer, language, translate }: CardReader & { viewer: Actor },
) {
  const own = viewer.office?.regions ?? [];
  return {
    canBulk: state === 'suggested' && viewer.office?.role === 'operator',
    tabs: STATES.map((each) => ({
      href: localPath(language, `${paths.deskMatches}?state=${each}`),
      label: translate(`matching:state.${each}`),
      isCurrent: each === state,
      count: null,
    })),
    values: { state, region: region ?? '', field: field ?? '', from: from ?? '', days: days ?? '' },
    regions: regions.entries.filter(({ code }) =>
      own.length === 0 ? code.length === 2 : own.some((mine) => code.startsWith(mine)),
    ),
    fields: technologyFields.entries,
  };
}

function act(request: Request) {
  return { actor: actorOf(request), reference: String(request.params.reference) };
}

function seen(request: Request) {
  return { ...act(request), revision: readForm(seenForm, request.body).values.revision };
}
