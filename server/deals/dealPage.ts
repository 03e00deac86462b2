import type { ListingRecord, OrganisationRecord } from '../../models/records.ts';
import type { Viewer } from '../accounts/actor.ts';
import { fieldsOf } from '../catalogue/catalogue.ts';
import { inputs } from '../catalogue/inputs/inputs.ts';
import { shanghaiDate } from '../clock.ts';
import type { Translate } from '../i18n/translate.ts';
import { inLanguage, type Language, type LocalizedText } from '../localized.ts';
import { dealStates } from '../vocabulary/dealStates.ts';
import { declineReasons } from '../vocabulary/declineReasons.ts';
import { failureReasons } from '../vocabulary/failureReasons.ts';
import { requestKinds } from '../vocabulary/requestKinds.ts';
import { factRow } from '../web/factRow.ts';
import { type DealRecord, type DealSide, disclosureOf, type LicenceNotice } from './deal.ts';
import { canReadParty, sideOf } from './dealPermissions.ts';
import { showTerms } from './termsForm.ts';

export interface DealReader {
  viewer: Viewer;
  language: Language;
  translate: Translate;
}

export interface DealParts {
  deal: DealRecord;
  listing: ListingRecord;
  requester: OrganisationRecord;
  owner: OrganisationRecord;
}

const TONES: Record<string, string> = {
  interest: 'waiting',
  stale: 'refused',
  declined: 'refused',
  failed: 'refused',
  agreed: 'agreed',
};

/** One row of a list of deals, with what is due and by whom. */
export function dealRow({ deal, listing, requester, owner }: DealParts, reader: DealReader) {
  const { language, translate } = reader;
  const title = listing.live?.content.title as LocalizedText | undefined;
  const side = sideOf(reader.viewer, deal);
  return {
    reference: deal._id,
    title: inLanguage(title, language),
    kind: requestKinds.label(deal.requestKind, language),
    state: stateBadge(deal, language),
    counterpart: partyName(
      side === 'owner'
        ? { deal, organisation: requester, side: 'requester' }
        : { deal, organisation: owner, side: 'owner' },
      reader,
    ),
    due: dueLine(deal, translate),
    isYourTurn: deal.waitingFor !== null && deal.waitingFor === side,
    updatedAt: deal.updatedAt,
  };
}

export function stateBadge(
  { state, isOverdue }: Pick<DealRecord, 'state' | 'isOverdue'>,
  language: Language,
) {
  return {
    tone: isOverdue ? 'refused' : (TONES[state] ?? 'action'),
    label: dealStates.label(state, language),
  };
}

export function partyName(
  { deal, organisation, side }: { deal: DealRecord; organisation: OrganisationRecord; side: DealSide },
  { viewer, language, translate }: DealReader,
) {
  if (canReadParty(viewer, deal, side)) return inLanguage(organisation.name, language);
  return { text: translate(`deals:hidden.${side}`), language };
}

function dueLine({ dueAt, waitingFor }: DealRecord, translate: Translate): string {
  if (waitingFor === null) return '';
  const who = translate(`deals:side.${waitingFor}`);
  return dueAt === null
    ? translate('deals:waiting', { who })
    : translate('deals:due', { who, on: shanghaiDate(dueAt) });
}

/** The whole deal as its page shows it. */
export function dealPage(parts: DealParts, reader: DealReader) {
  const { deal } = parts;
  const { language, translate } = reader;
  const side = sideOf(reader.viewer, deal);
  return {
    row: dealRow(parts, reader),
    revision: deal.revision,
    listing: {
      reference: deal.listing,
      title: inLanguage(parts.listing.live?.content.title as LocalizedText | undefined, language),
    },
    side: side ?? '',
    parties: (['requester', 'owner'] as const).map((each) => partyRow(parts, each, reader)),
    answers: answerRows(parts, reader),
    timeline: timeline(deal, translate),
    messages: deal.messages.map(({ at, side: from, text, files }) => ({
      at,
      who: translate(`deals:side.${from}`),
      isOwn: from === side,
      text,
      files,
    })),
    proposals: proposals(deal, reader),
    outcome: outcomeLine(deal, reader),
    notice: deal.notice === null ? null : noticeFacts(deal, deal.notice, reader),
  };
}

function partyRow(parts: DealParts, side: DealSide, reader: DealReader) {
  const { deal } = parts;
  const disclosure = disclosureOf(deal, side);
  const isReadable = canReadParty(reader.viewer, deal, side);
  const contact = disclosure === null || !isReadable ? [] : Object.values(disclosure.contact).filter(Boolean);
  return {
    role: reader.translate(`deals:side.${side}`),
    name: partyName({ deal, organisation: parts[side], side }, reader),
    href: isReadable ? `/organisations/${parts[side]._id}` : '',
    contact,
    note:
      disclosure === null
        ? reader.translate('deals:notDisclosed')
        : reader.translate('deals:disclosedOn', { on: shanghaiDate(disclosure.at) }),
  };
}

function answerRows({ deal }: DealParts, reader: DealReader) {
  const { translate, viewer } = reader;
  const about = canReadParty(viewer, deal, 'requester')
    ? factRow(translate('deals:question.about'), deal.answers.about)
    : factRow(translate('deals:question.about'), [], { withheld: translate('deals:aboutWithheld') });
  return [
    factRow(translate('deals:question.cooperation'), deal.answers.cooperation.split('\n')),
    factRow(translate('deals:question.unclear'), deal.answers.unclear.split('\n')),
    about,
  ];
}

function timeline({ history, dueAt, waitingFor }: DealRecord, translate: Translate) {
  const past = history.map(({ event, at, role, text }) => ({
    tone:
      event === 'decline' || event === 'fail' || event === 'lapse'
        ? 'refused'
        : event === 'agree' || event === 'accept'
          ? 'agreed'
          : 'neutral',
    what: translate(`deals:event.${event}`),
    at,
    who: translate(`deals:side.${role}`),
    text: event === 'message' ? '' : (text ?? ''),
  }));
  if (waitingFor === null || dueAt === null) return past;
  return [
    ...past,
    {
      tone: 'waiting',
      what: translate('deals:dueNext'),
      at: dueAt,
      who: translate(`deals:side.${waitingFor}`),
      text: '',
    },
  ];
}

/** The versions side by side, one row a term, with what differs from the version before marked. */
function proposals({ proposals: versions }: DealRecord, { language, translate }: DealReader) {
  const shown = versions.slice(-3).map((proposal) => ({
    ...proposal,
    who: translate(`deals:side.${proposal.side}`),
    isAgreed: proposal.confirmedBy.length === 2,
    lines: [
      ...showTerms(proposal.terms, language),
      ...(['use', 'territory', 'other'] as const).map((name) => ({
        name,
        label: translate(`deals:terms.${name}`),
        text: proposal.terms[name],
      })),
    ],
  }));
  const rows = (shown[0]?.lines ?? []).map(({ label }, row) => ({
    label,
    cells: shown.map(({ lines }, column) => {
      const text = lines[row]?.text ?? '';
      return { text, isChanged: column > 0 && text !== (shown[column - 1]?.lines[row]?.text ?? '') };
    }),
  }));
  return {
    versions: shown.map(({ version, at, who, isAgreed, note }) => ({ version, at, who, isAgreed, note })),
    rows: rows.filter(({ cells }) => cells.some(({ text }) => text !== '')),
    latest: versions.at(-1)?.version ?? 0,
  };
}

function outcomeLine({ state, outcome }: DealRecord, { language, translate }: DealReader) {
  if (outcome === null) return null;
  const reasons = state === 'declined' ? declineReasons : failureReasons;
  return {
    heading: translate(`deals:outcome.${state}`),
    reason: reasons.label(outcome.reason, language),
    text: outcome.text ?? '',
  };
}

function noticeFacts(deal: DealRecord, notice: LicenceNotice, { language, translate }: DealReader) {
  const terms = fieldsOf('open-licence')
    .filter(({ name }) => notice.terms[name] !== undefined)
    .map((field) =>
      factRow(field.label[language], inputs[field.input].show(notice.terms[field.name], field, language)),
    );
  return {
    state: translate(`deals:notice.${notice.state}`),
    isWaiting: notice.state === 'notice-sent',
    rows: [
      factRow(translate('deals:notice.number'), deal._id),
      factRow(translate('deals:notice.givenAt'), shanghaiDate(notice.givenAt)),
      factRow(
        translate('deals:notice.deliveredAt'),
        notice.deliveredAt === null ? [] : shanghaiDate(notice.deliveredAt),
      ),
      factRow(translate('deals:notice.announcement'), notice.announcementNumber),
      factRow(translate('deals:terms.use'), notice.use.split('\n')),
      ...terms,
    ],
  };
}
