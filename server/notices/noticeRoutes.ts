import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { noticeSettingsForm } from '../accounts/accountForms.ts';
import { paths } from '../paths.ts';
import type { Services } from '../services.ts';
import { actorOf } from '../web/actorOf.ts';
import { flash } from '../web/flash.ts';
import { pageNumber } from '../web/formInputs.ts';
import { formView } from '../web/formView.ts';
import { localsOf } from '../web/locals.ts';
import { pagination } from '../web/pagination.ts';
import { readForm } from '../web/readForm.ts';
import { readQuery } from '../web/readQuery.ts';
import { redirectTo } from '../web/redirectTo.ts';
import { requireSignedIn } from '../web/requireSignedIn.ts';
import { show } from '../web/show.ts';
import { channelFor, NOTICE_CHANNELS, NOTICE_GROUPS } from './noticeGroups.ts';
import { noticeText } from './noticeText.ts';

const PAGE_SIZE = 30;
const noticesQuery = z.strictObject({ page: pageNumber() });

type Parts = Pick<Services, 'notices' | 'accounts'>;

/** `/my/notices`: what happened, what is unread, and how notices reach one. */
export function createNoticeRoutes({ notices, accounts }: Parts): Router {
  async function showPage(request: Request, response: Response): Promise<void> {
    const { frame } = localsOf(response);
    const { language, translate } = frame;
    const actor = actorOf(request);
    const { page } = readQuery(noticesQuery, request.query);
    const found = await notices.page(actor, (page - 1) * PAGE_SIZE, PAGE_SIZE);
    const { noticeSettings } = await accounts.profile.own(actor);
    const groups = NOTICE_GROUPS.filter((group) => group !== 'desk' || actor.office !== null);
    show(response, 'notices/notices', {
      unread: found.unread,
      rows: found.notices.map((notice) => ({
        id: notice._id,
        at: notice.at,
        isUnread: notice.readAt === null,
        ...noticeText(notice, language, translate),
      })),
      groups: groups.map((group) => ({ name: group, label: translate(`notices:group.${group}`) })),
      channels: NOTICE_CHANNELS.map((channel) => ({
        value: channel,
        label: translate(`notices:channel.${channel}`),
      })),
      form: formView(
        Object.fromEntries(groups.map((group) => [group, channelFor(noticeSettings, group)])),
        [],
        translate,
      ),
      pagination: pagination({ page, pageSize: PAGE_SIZE, total: found.total }, paths.myNotices, {}, frame),
    });
  }

  async function open(request: Request, response: Response): Promise<void> {
    const notice = await notices.open(actorOf(request), String(request.params.noticeId));
    redirectTo(response, notice.path);
  }

  async function markAllRead(request: Request, response: Response): Promise<void> {
    await notices.markAllRead(actorOf(request));
    flash(request, 'notices:allReadDone');
    redirectTo(response, paths.myNotices);
  }

  async function changeSettings(request: Request, response: Response): Promise<void> {
    await accounts.profile.changeNotices(actorOf(request), readForm(noticeSettingsForm, request.body).values);
    flash(request, 'notices:saved');
    redirectTo(response, paths.myNotices);
  }

  return Router()
    .get(paths.myNotices, requireSignedIn, showPage)
    .post(paths.myNotices, requireSignedIn, markAllRead)
    .post(`${paths.myNotices}/settings`, requireSignedIn, changeSettings)
    .get(`${paths.myNotices}/:noticeId`, requireSignedIn, open);
}
