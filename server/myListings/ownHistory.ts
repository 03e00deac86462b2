import type { HistoryEntry, ListingRecord } from '../../models/records.ts';
import type { FieldReader } from './fieldView.ts';
import { reasonLabel } from './reasonLabel.ts';

const TONES: Record<string, string> = {
  approve: 'agreed',
  restore: 'agreed',
  announce: 'agreed',
  recommend: 'agreed',
  renew: 'agreed',
  conclude: 'agreed',
  submit: 'waiting',
  repost: 'waiting',
  appeal: 'waiting',
  propose: 'waiting',
  file: 'waiting',
  'file-withdrawal': 'waiting',
  return: 'action',
  'hand-back': 'action',
  reject: 'refused',
  suspend: 'refused',
  refuse: 'refused',
  expire: 'refused',
};
/** What the clock does besides, which tells the owner nothing. */
const UNTOLD = ['remind'];

/** What happened to a listing, the latest first. People of the office appear by their part, never by name. */
export function ownHistory(
  { history }: ListingRecord,
  accountId: string,
  { language, translate }: FieldReader,
) {
  const told = history.filter(({ event }) => !UNTOLD.includes(event));
  return lastOfRuns(told)
    .toReversed()
    .map((entry) => ({
      tone: TONES[entry.event] ?? 'neutral',
      what: [
        translate(`listings:history.${entry.event}`),
        entry.reason ? reasonLabel(entry.reason, language) : '',
      ]
        .filter(Boolean)
        .join(language === 'zh' ? '：' : ': '),
      at: entry.at,
      who:
        entry.accountId === accountId ? translate('listings:you') : translate(`listings:role.${entry.role}`),
      text: entry.text ?? '',
    }));
}

/** Saving again and again by the same person is told once. */
function lastOfRuns(entries: readonly HistoryEntry[]): HistoryEntry[] {
  return entries.filter(({ event, accountId }, index) => {
    const next = entries[index + 1];
    return event !== 'save' || next?.event !== 'save' || next.accountId !== accountId;
  });
}
