import type { HistoryEntry, OrganisationRecord } from '../../models/records.ts';
import { paths } from '../paths.ts';
import { verificationEvidenceKinds } from '../vocabulary/verificationEvidenceKinds.ts';
import { localPath } from '../web/localPath.ts';
import type { Speaker } from './organisationPage.ts';
import { verificationReasons } from './verificationReasons.ts';

/** The evidence of an organisation with where each file can be saved from. */
export function evidenceRows({ _id, evidence }: OrganisationRecord, { language }: Speaker) {
  return evidence.map(({ fileId, name, size, kind, addedAt }) => ({
    fileId,
    name,
    size,
    addedAt,
    kind: verificationEvidenceKinds.label(kind, language),
    href: localPath(language, paths.evidence(_id, fileId)),
  }));
}

const TONES: Record<string, string> = {
  verify: 'agreed',
  restore: 'agreed',
  refuse: 'refused',
  revoke: 'refused',
  suspend: 'refused',
  request: 'waiting',
};
/** Steps of everyday work that say nothing about the standing of the organisation. */
const UNTOLD = new Set(['edit', 'invite']);

/** What happened to an organisation, the newest first, as the partial `timeline` shows it. */
export function historyEntries({ history }: OrganisationRecord, speaker: Speaker) {
  return history
    .filter(({ event }) => !UNTOLD.has(event))
    .toReversed()
    .map((entry) => historyEntry(entry, speaker));
}

function historyEntry({ at, event, role, reason, text }: HistoryEntry, { language, translate }: Speaker) {
  const reasonLabel = reason === null ? '' : verificationReasons.label(reason, language);
  return {
    at,
    what: translate(`organisations:events.${event}`),
    who: translate(`organisations:parties.${role}`),
    text: [reasonLabel, text ?? ''].filter(Boolean).join('\n\n'),
    tone: TONES[event] ?? 'neutral',
  };
}
