import { join } from 'node:path';
import type { AccountServices } from '../accounts/accountServices.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { createTranslator } from '../i18n/translate.ts';
import type { Job } from '../jobs/job.ts';
import { createMailer } from '../mail/mailer.ts';
import { createMailFolder } from '../mail/mailFolder.ts';
import { createFindRecipient } from '../mail/recipients.ts';
import { createSmtpTransport } from '../mail/smtpTransport.ts';
import { createLetterWriter } from '../mail/writeLetter.ts';
import type { Stores } from '../stores.ts';
import { createTemplates } from '../web/templates.ts';
import { createNoticeAudiences } from './noticeAudiences.ts';
import { createNoticeConsumer } from './noticeConsumer.ts';
import { NOTICE_RULES } from './noticeRules.ts';
import { createNoticeService } from './noticeService.ts';
import type { FindSubject } from './noticeSubject.ts';
import { createNoticeSubjects } from './noticeSubjects.ts';

interface NoticeParts {
  stores: Stores;
  accounts: AccountServices['accounts'];
  config: Config;
  clock: Clock;
  /** Subjects of further nouns, such as matches and deals. */
  subjects?: Record<string, FindSubject>;
  onMailFailure: (error: unknown) => void;
}

const VIEWS = join(import.meta.dirname, '../../views/mail');

/** Notices and letters: the consumer that writes them, the service that shows them, the job that sends what is left. */
export function createNoticeServices({
  stores,
  accounts,
  config,
  clock,
  subjects = {},
  onMailFailure,
}: NoticeParts) {
  const mailer = createMailerFrom({ stores, accounts, config, onMailFailure });
  const consumer = createNoticeConsumer({
    rules: NOTICE_RULES,
    subjects: {
      ...createNoticeSubjects({
        findListing: stores.listings.find,
        findOrganisation: stores.organisations.find,
        findAccount: stores.accounts.find,
      }),
      ...subjects,
    },
    audiences: createNoticeAudiences({
      membersOf: accounts.memberships.membersOf,
      operatorsFor: accounts.office.operatorsFor,
    }),
    findAccounts: stores.accounts.findMany,
    store: stores.notices,
    sendMail: mailer.sendWaiting,
  });
  const sendMail: Job = {
    name: 'sendMail',
    intervalMs: 60_000,
    run: mailer.sendWaiting,
  };
  return {
    notices: createNoticeService({ store: stores.notices, clock }),
    noticeConsumer: consumer,
    sendMail,
  };
}

export type NoticeServices = ReturnType<typeof createNoticeServices>;

function createMailerFrom({
  stores,
  accounts,
  config,
  onMailFailure,
}: Pick<NoticeParts, 'stores' | 'accounts' | 'config' | 'onMailFailure'>) {
  const { secrets, tokens } = accounts;
  const templates = createTemplates({ directory: VIEWS, helpers: {} });
  return createMailer({
    store: stores.notices,
    leases: stores.leases,
    findRecipient: createFindRecipient({ findAccount: stores.accounts.find, tokens, secrets }),
    writeLetter: createLetterWriter({
      translator: createTranslator({ strict: !config.isProduction }),
      secrets,
      render: (locals) => templates.render('letter', locals),
      baseUrl: config.baseUrl,
    }),
    transport: config.smtpUrl
      ? createSmtpTransport({ url: config.smtpUrl, from: config.mailFrom })
      : createMailFolder({ directory: join(config.dataDirectory, 'mail'), from: config.mailFrom }),
    onFailure: onMailFailure,
  });
}
