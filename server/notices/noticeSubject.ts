import type { LoggedEvent } from '../../models/records.ts';
import type { LocalizedText } from '../localized.ts';

/** What a notice may be about, as far as rules and texts need it. */
export interface NoticeSubject {
  /** Begins the subject of the letter; null where there is no reference. */
  reference: string | null;
  /** A title that everybody may read who gets any notice about the subject. */
  title: LocalizedText | null;
  /** The organisation's name, only where no recipient may be kept from knowing it. */
  organisation: LocalizedText | null;
  /** Organisations by what they are to the subject, such as `owner` or `requester`. */
  parties: Record<string, string>;
  /** People who wrote it, by what they are to it. */
  people: Record<string, string>;
  regionPath: string[];
  /** The level whose turn it is; null when it is nobody's. */
  level: 'city' | 'province' | null;
  /** The party that has to act next. */
  waitingFor: string | null;
  dueAt: Date | null;
  /** Parties are told nothing of a silent subject until its owner knocks. */
  isSilent: boolean;
  /** Further words and numbers of the texts. */
  words: Record<string, string | number>;
}

/** Finds the subject of events of one noun; null when it no longer exists. */
export type FindSubject = (id: string, event: LoggedEvent) => Promise<NoticeSubject | null>;

/** A subject nothing is known of yet, to be filled by those who know more. */
export const EMPTY_SUBJECT: NoticeSubject = {
  reference: null,
  title: null,
  organisation: null,
  parties: {},
  people: {},
  regionPath: [],
  level: null,
  waitingFor: null,
  dueAt: null,
  isSilent: false,
  words: {},
};
