import type { LoggedEvent } from '../../models/records.ts';
import type { Translate } from '../i18n/translate.ts';

/** One row of the event log as an auditor reads it. */
export function auditRow(
  { sequence, at, name, actor, subject, detail, hash }: LoggedEvent,
  names: ReadonlyMap<string, string>,
  translate: Translate,
) {
  const who =
    actor.accountId === null ? translate('audit:nobody') : (names.get(actor.accountId) ?? actor.accountId);
  return {
    sequence,
    at,
    name,
    who,
    role: actor.role,
    accountId: actor.accountId ?? '',
    subject: subject.id,
    noun: subject.noun,
    detail: JSON.stringify(detail),
    hash: hash.slice(0, 12),
  };
}
