import type { LinkSecrets } from '../accounts/linkSecrets.ts';
import type { Translate, TranslatorOf } from '../i18n/translate.ts';
import { LOCALES } from '../i18n/translate.ts';
import { inLanguage, type Language } from '../localized.ts';
import { ALWAYS_MAILED } from '../notices/noticeGroups.ts';
import { JOB_NOTICE_RULES, NOTICE_RULES, type NoticeRule } from '../notices/noticeRules.ts';
import type { NoticeRecord } from '../notices/noticeStore.ts';
import { noticeText } from '../notices/noticeText.ts';
import { paths } from '../paths.ts';
import { localPath } from '../web/localPath.ts';
import type { Letter } from './letter.ts';
import type { Recipient } from './recipients.ts';

interface WriterParts {
  translator: TranslatorOf;
  secrets: LinkSecrets;
  /** Renders the letter as HTML. */
  render: (locals: object) => string;
  baseUrl: string;
}

/** The pages a link of each purpose opens. */
const LINK_PATHS = {
  confirm: paths.confirm,
  password: paths.setPassword,
  invitation: paths.invitation,
} as const;

/**
 * Writes the letter of a notice: the subject begins with the reference, one link to act on, why the
 * person gets it and how to stop it. It says no more than the notice, which names no hidden owner.
 */
export function createLetterWriter({ translator, secrets, render, baseUrl }: WriterParts) {
  const rules = new Map([...NOTICE_RULES, ...JOB_NOTICE_RULES].map((rule) => [rule.event, rule]));

  function pathOf(notice: NoticeRecord, rule: NoticeRule | undefined): string {
    if (rule?.link === undefined) return notice.path;
    const [eventId = ''] = notice._id.split(':');
    return LINK_PATHS[rule.link](secrets.secretFor(rule.link, eventId));
  }

  const linesOf = ({ values }: NoticeRecord, language: Language): LetterLine[] =>
    (values.lines ?? []).map(({ reference, title, under }) => ({
      text: `${under} · ${inLanguage(title, language).text}`,
      address: baseUrl + localPath(language, paths.listing(reference)),
    }));

  return (notice: NoticeRecord, { mail, language }: Recipient): Letter => {
    const translate = translator(language);
    const rule = rules.get(notice.kind);
    const { title, text } = noticeText(notice, language, translate);
    const group = rule?.group ?? 'listings';
    const parts = {
      lang: LOCALES[language],
      title,
      text,
      lines: linesOf(notice, language),
      action: translate(rule?.link === undefined ? 'mail:open' : `mail:links.${rule.link}`),
      address: baseUrl + localPath(language, pathOf(notice, rule)),
      reason: reasonFor(group, translate),
      settings: isAlwaysMailed(group) ? '' : baseUrl + localPath(language, paths.myNotices),
      stop: isAlwaysMailed(group) ? '' : translate('mail:stop'),
      sender: translate('mail:sender'),
    };
    const reference = notice.values.reference === null ? '' : `[${notice.values.reference}] `;
    return {
      id: notice._id.replaceAll(':', '-'),
      to: mail,
      subject: oneLine(reference + title),
      text: plainText(parts),
      html: render(parts),
    };
  };
}

export type WriteLetter = ReturnType<typeof createLetterWriter>;

function isAlwaysMailed(group: string): boolean {
  return (ALWAYS_MAILED as readonly string[]).includes(group);
}

function reasonFor(group: string, translate: Translate): string {
  return translate(`mail:reasons.${group}`);
}

interface LetterLine {
  text: string;
  address: string;
}

function plainText(
  parts: Record<
    'title' | 'text' | 'action' | 'address' | 'reason' | 'stop' | 'settings' | 'sender',
    string
  > & {
    lines: LetterLine[];
  },
): string {
  const stop = parts.settings === '' ? [] : [`${parts.stop}\n${parts.settings}`];
  const body = [
    parts.title,
    parts.text,
    ...parts.lines.map(({ text, address }) => `${text}\n${address}`),
    `${parts.action}\n${parts.address}`,
    '--',
    parts.reason,
    ...stop,
    parts.sender,
  ];
  return body.join('\n\n');
}

/** A line break in a subject would begin another header. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
