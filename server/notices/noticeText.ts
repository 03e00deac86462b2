import { accountReasons } from '../accounts/accountReasons.ts';
import type { Translate } from '../i18n/translate.ts';
import { inLanguage, type Language } from '../localized.ts';
import { verificationReasons } from '../organisations/verificationReasons.ts';
import { declineReasons } from '../vocabulary/declineReasons.ts';
import { dismissReasons } from '../vocabulary/dismissReasons.ts';
import { failureReasons } from '../vocabulary/failureReasons.ts';
import { reviewReasons } from '../vocabulary/reviewReasons.ts';
import { suspensionReasons } from '../vocabulary/suspensionReasons.ts';
import type { NoticeRecord } from './noticeStore.ts';

const REASONS = [
  reviewReasons,
  suspensionReasons,
  verificationReasons,
  declineReasons,
  dismissReasons,
  failureReasons,
];

export interface NoticeText {
  title: string;
  text: string;
}

/** A notice in the words of a language. What has no value reads as a plain word, never as a gap. */
export function noticeText(
  { kind, values }: Pick<NoticeRecord, 'kind' | 'values'>,
  language: Language,
  translate: Translate,
): NoticeText {
  const put = {
    reference: values.reference ?? '',
    title: inLanguage(values.title, language).text || translate('notices:untitled'),
    organisation: inLanguage(values.organisation, language).text || translate('notices:theOrganisation'),
    reason:
      values.reason === null ? translate('notices:noReason') : reasonLabel(values.reason, kind, language),
    due: values.dueOn ?? translate('notices:soon'),
    ...values.words,
  };
  return {
    title: translate(`notices:events.${kind}.title`, put),
    text: translate(`notices:events.${kind}.text`, put),
  };
}

function reasonLabel(code: string, kind: string, language: Language): string {
  const [noun = ''] = kind.split('.');
  const own = { organisation: verificationReasons, account: accountReasons }[noun];
  const vocabulary = [own, ...REASONS].find((candidate) => candidate?.has(code));
  return vocabulary?.label(code, language) ?? code;
}
