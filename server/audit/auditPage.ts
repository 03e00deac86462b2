import type { LoggedEvent } from '../../models/records.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Language } from '../localized.ts';
import { actingRoles } from '../vocabulary/actingRoles.ts';

/** One row of the event log as an auditor reads it. */
export function auditRow(
  { sequence, at, name, actor, subject, detail, hash }: LoggedEvent,
  names: ReadonlyMap<string, string>,
  { language, translate }: { language: Language; translate: Translate },
) {
  const who =
    actor.accountId === null ? translate('audit:nobody') : (names.get(actor.accountId) ?? actor.accountId);
  return {
    sequence,
    at,
    name,
    who,
    role: actingRoles.label(actor.role, language),
    accountId: actor.accountId ?? '',
    subject: subject.id,
    noun: subject.noun,
    detail: JSON.stringify(detail),
    hash: hash.slice(0, 12),
  };
}
