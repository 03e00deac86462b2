import type { Content, ListingRecord, OrganisationRecord, PatentRecord } from '../../models/records.ts';
import { fieldsOf } from '../catalogue/catalogue.ts';
import { inputs } from '../catalogue/inputs/inputs.ts';
import { shanghaiDate } from '../clock.ts';
import type { Translate } from '../i18n/translate.ts';
import { inLanguage, type Language, type LocalizedText } from '../localized.ts';
import { displayPatentId } from '../patents/patentId.ts';
import { legalStatuses } from '../vocabulary/legalStatuses.ts';
import { listingKinds } from '../vocabulary/listingKinds.ts';
import { regionLabel } from '../vocabulary/regionPath.ts';
import { type FactRow, factRow } from '../web/factRow.ts';
import type { ReviewCase } from './reviewService.ts';
import type { ReviewWarning } from './reviewWarnings.ts';

export interface Reader {
  language: Language;
  translate: Translate;
  /** Now, for what is overdue. */
  now: Date;
}

export interface QueueItem {
  listing: ListingRecord;
  owner: OrganisationRecord | null;
}

/** One row of the queue. */
export function queueRow({ listing, owner }: QueueItem, { language, translate, now }: Reader) {
  const title = (listing.draft ?? listing.live)?.content.title as LocalizedText | undefined;
  const isOverdue = listing.dueAt !== null && listing.dueAt < now;
  return {
    reference: listing._id,
    title: inLanguage(title, language),
    kind: listingKinds.label(listing.kind, language),
    owner: inLanguage(owner?.name, language),
    isVerified: owner?.verification === 'verified',
    region: listing.reviewRegionPath.map((code) => regionLabel(code, language)).join(' '),
    submittedAt: listing.submittedAt ?? listing.updatedAt,
    dueOn: listing.dueAt === null ? '' : shanghaiDate(listing.dueAt),
    state: {
      tone: isOverdue ? 'refused' : 'waiting',
      label: isOverdue ? translate('review:overdue') : translate(`review:state.${listing.review}`),
    },
    isChange: listing.live !== null,
  };
}

/** Everything a reviewer reads before deciding. */
export function casePage(review: ReviewCase, reader: Reader) {
  const { listing, owner, patents, warnings, checklist, events, differences } = review;
  const { language, translate } = reader;
  const content = (listing.draft ?? listing.live)?.content ?? {};
  return {
    row: queueRow({ listing, owner }, reader),
    revision: listing.revision,
    isAnonymous: listing.kind === 'demand' && content.visibility !== 'public',
    ownerFacts: ownerFacts(owner, reader),
    rows: contentRows(listing, content, language),
    differences: differences.map(({ field, language: written, parts }) => ({
      label: field.label[language],
      written: written === null ? '' : translate(`review:written.${written}`),
      parts,
    })),
    patents: patents.map((patent) => patentRow(patent, reader)),
    warnings: warnings.map((warning) => warningLine(warning, listing, reader)),
    checklist: checklist.map((item) => ({ value: item, label: translate(`review:checklist.${item}`) })),
    isDecidable: events.some((event) => DECISIONS.includes(event)),
    can: Object.fromEntries(ALL_EVENTS.map((event) => [event, events.includes(event)])),
    history: listing.history.toReversed().map((entry) => ({
      tone: toneOf(entry.event),
      what: translate(`review:event.${entry.event}`),
      at: entry.at,
      who: translate(`review:role.${entry.role}`),
      text: entry.text ?? '',
    })),
  };
}

const DECISIONS = ['recommend', 'approve', 'return', 'reject'];
const ALL_EVENTS = [...DECISIONS, 'suspend', 'restore', 'conclude'];

function toneOf(event: string): 'agreed' | 'refused' | 'waiting' | 'neutral' {
  if (event === 'approve' || event === 'recommend' || event === 'apply' || event === 'restore')
    return 'agreed';
  if (event === 'reject' || event === 'return' || event === 'suspend') return 'refused';
  return event === 'submit' || event === 'appeal' ? 'waiting' : 'neutral';
}

function ownerFacts(owner: OrganisationRecord, { language, translate }: Reader): FactRow[] {
  return [
    factRow(translate('review:owner'), inLanguage(owner.name, language).text),
    factRow(translate('review:verification'), translate(`review:verified.${owner.verification}`)),
    factRow(
      translate('review:region'),
      owner.regionPath.map((code) => regionLabel(code, language)).join(' '),
    ),
    factRow(
      translate('review:codes'),
      owner.identifiers.map(({ value }) => value),
    ),
  ];
}

function contentRows(listing: ListingRecord, content: Content, language: Language): FactRow[] {
  return fieldsOf(listing.kind)
    .filter((field) => content[field.name] !== undefined)
    .map((field) =>
      factRow(field.label[language], inputs[field.input].show(content[field.name], field, language)),
    );
}

function patentRow(patent: PatentRecord, { language, translate }: Reader) {
  return {
    number: displayPatentId(patent._id, { isGranted: patent.grantedOn !== null }),
    status: legalStatuses.label(patent.legalStatus, language),
    checked:
      patent.registerCheckedOn === null
        ? translate('review:registerUnchecked')
        : translate('review:registerChecked', { on: patent.registerCheckedOn }),
    burdens: patent.encumbrances.map(({ kind, since }) => `${translate(`review:burden.${kind}`)} ${since}`),
  };
}

function warningLine(warning: ReviewWarning, listing: ListingRecord, { language, translate }: Reader) {
  const field = fieldsOf(listing.kind).find(({ name }) => name === warning.field);
  return {
    text: translate(`review:warning.${warning.kind}`, {
      field: field?.label[language] ?? '',
      evidence: warning.evidence,
      share: warning.share ?? 0,
    }),
    reference: warning.kind === 'same-patent' || warning.kind === 'near-same-text' ? warning.evidence : '',
  };
}
