import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { LoggedEvent } from '../../models/records.ts';
import { paths } from '../paths.ts';
import { type Verification, verifyChain } from '../relay/hashChain.ts';
import type { Services } from '../services.ts';
import { actorOf } from '../web/actorOf.ts';
import { localPath } from '../web/localPath.ts';
import { localsOf } from '../web/locals.ts';
import { readQuery } from '../web/readQuery.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireOffice } from '../web/requireSignedIn.ts';
import { sendCsv } from '../web/sendCsv.ts';
import { show } from '../web/show.ts';
import { auditRow } from './auditPage.ts';

const PAGE_SIZE = 50;
const EXPORTED_COLUMNS = [
  'sequence',
  'at',
  'event',
  'account',
  'role',
  'noun',
  'subject',
  'detail',
  'previousHash',
  'hash',
];
const MOST_EXPORTED = 50_000;

const text = z
  .string()
  .max(120)
  .regex(/^[\w.:-]+$/)
  .optional();
const auditQuery = z.strictObject({
  subject: text,
  event: text,
  account: text,
  before: z.coerce.number().int().min(1).optional(),
});

interface LastVerification extends Verification {
  at: string;
}

type Needs = Pick<Services, 'stores' | 'occurrences' | 'clock'>;

/** `/desk/audit`: the event log with filters, its verification, its export. The auditor changes nothing. */
export function createAuditRoutes({ stores, occurrences, clock }: Needs): Router {
  const filterOf = ({ subject, event, account }: z.output<typeof auditQuery>) => ({
    ...(subject ? { subjectId: subject } : {}),
    ...(event ? { name: event } : {}),
    ...(account ? { accountId: account } : {}),
  });

  async function namesOf(events: LoggedEvent[]): Promise<Map<string, string>> {
    const ids = [...new Set(events.map(({ actor }) => actor.accountId).filter((id) => id !== null))];
    return new Map((await stores.accounts.findMany(ids)).map(({ _id, name }) => [_id, name]));
  }

  async function showLog(request: Request, response: Response) {
    const { language, translate } = localsOf(response).frame;
    const query = readQuery(auditQuery, request.query);
    const events = await stores.eventLog.page(filterOf(query), query.before ?? null, PAGE_SIZE);
    const names = await namesOf(events);
    const last = events.length === PAGE_SIZE ? events.at(-1)?.sequence : undefined;
    const parameters = new URLSearchParams(
      Object.entries({ ...query, before: last }).flatMap(([name, value]) =>
        value ? [[name, String(value)]] : [],
      ),
    );
    const exported = new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) =>
        value && name !== 'before' ? [[name, String(value)]] : [],
      ),
    );
    show(response, 'audit/log', {
      rows: events.map((event) => auditRow(event, names, { language, translate })),
      values: { subject: query.subject ?? '', event: query.event ?? '', account: query.account ?? '' },
      older: last === undefined ? '' : localPath(language, `${paths.deskAudit}?${parameters}`),
      download: localPath(language, `${paths.deskAudit}/export.csv?${exported}`),
      verification: await stores.settings.find<LastVerification>('auditVerification'),
    });
  }

  async function verify(_request: Request, response: Response) {
    const result = await verifyChain(stores.eventLog.all());
    await stores.settings.set('auditVerification', { ...result, at: clock.now().toISOString() });
    redirectTo(response, paths.deskAudit);
  }

  async function exportLog(request: Request, response: Response) {
    const query = readQuery(auditQuery, request.query);
    const actor = actorOf(request);
    await occurrences.record({
      actor,
      role: actor.office?.role ?? 'auditor',
      event: 'export',
      detail: { what: 'eventLog', ...filterOf(query) },
    });
    async function* pages() {
      let before: number | null = null;
      for (let written = 0; written < MOST_EXPORTED; ) {
        const events: LoggedEvent[] = await stores.eventLog.page(filterOf(query), before, 500);
        if (events.length === 0) return;
        yield events.map(exportedRow);
        before = events.at(-1)?.sequence ?? null;
        written += events.length;
      }
    }
    await sendCsv(response, 'event-log.csv', { header: EXPORTED_COLUMNS, pages: pages() });
  }

  return Router()
    .get(paths.deskAudit, requireOffice('auditor', 'supervisor'), showLog)
    .post(`${paths.deskAudit}/verify`, requireOffice('auditor', 'supervisor'), verify)
    .get(`${paths.deskAudit}/export.csv`, requireOffice('auditor', 'supervisor'), exportLog);
}

function exportedRow({
  sequence,
  at,
  name,
  actor,
  subject,
  detail,
  previousHash,
  hash,
}: LoggedEvent): string[] {
  return [
    String(sequence),
    at.toISOString(),
    name,
    actor.accountId ?? '',
    actor.role,
    subject.noun,
    subject.id,
    JSON.stringify(detail),
    previousHash,
    hash,
  ];
}
