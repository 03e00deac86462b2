import type { ListingRecord, Offer, OrganisationRecord, PatentRecord } from '../../models/records.ts';
import type { ListingFile } from '../catalogue/inputs/files.ts';
import type { Issue } from '../errors.ts';
import { termRows } from '../listings/listingPageFacts.ts';
import { inLanguage, type LocalizedText } from '../localized.ts';
import { nextStep, type StandingReader, standingBadges } from '../myListings/listingStanding.ts';
import { findingView } from '../patents/patentFindings.ts';
import { displayPatentId } from '../patents/patentId.ts';
import { attachmentKinds } from '../vocabulary/attachmentKinds.ts';
import { openLicenceEndCauses } from '../vocabulary/openLicenceEndCauses.ts';
import { openLicenceRefusals } from '../vocabulary/openLicenceRefusals.ts';
import { openLicenceRegimes } from '../vocabulary/openLicenceRegimes.ts';
import { openLicenceStates } from '../vocabulary/openLicenceStates.ts';
import { factRow } from '../web/factRow.ts';
import { type FormValues, formView } from '../web/formView.ts';
import { requiredDocuments } from './eligibility.ts';
import { OFFER_ACTS } from './offerForms.ts';
import { offerFindings } from './offerObstacles.ts';
import { isOpen, offerWorkflow } from './offerWorkflow.ts';

export interface OfferPageParts {
  listing: ListingRecord;
  offer: Offer;
  owner: OrganisationRecord;
  patent: PatentRecord | null;
  parties: ReadonlySet<string>;
  /** Where the forms of the page are sent. */
  action: string;
  typed: Readonly<Record<string, unknown>>;
  issues: readonly Issue[];
  refusal: string;
  kept: FormValues | null;
}

/** The way of a declaration, from its preparation to its end. */
export function offerPage(parts: OfferPageParts, reader: StandingReader) {
  const { listing, offer, owner, patent, parties } = parts;
  const { language, translate } = reader;
  const content = listing.live?.content ?? {};
  const findings =
    patent === null ? [] : offerFindings(patent, content).map((finding) => findingView(finding, reader));
  const events = offerWorkflow.allowed(offer.state, parties);
  return {
    reference: listing._id,
    revision: listing.revision,
    action: parts.action,
    listingTitle: inLanguage(content.title as LocalizedText | undefined, language),
    owner: inLanguage(owner.name, language).text,
    patentNumber:
      patent === null ? '' : displayPatentId(patent._id, { isGranted: patent.grantedOn !== null }),
    badges: standingBadges(listing, reader),
    next: translate(`offers:next.${offer.state}`),
    standing: nextStep(listing, reader),
    way: wayOf(offer, reader),
    evidence: evidenceRows(offer, reader),
    terms: {
      heading: translate(isOpen(offer) ? 'offers:frozenTerms' : 'offers:plannedTerms'),
      rows: termRows(listing, offer.terms ?? content, reader),
    },
    blocks: findings.filter(({ outcome }) => outcome === 'block'),
    warnings: findings.filter(({ outcome }) => outcome === 'warn' || outcome === 'info'),
    documents: patent === null ? [] : documentsOf(patent, content, reader),
    acts: events.map((event) => actView(event, reader)),
    refusal: parts.refusal,
    form: formView(parts.typed, parts.issues, translate, parts.kept),
  };
}

/** The usual way as steps; a state off the way stands at its end. */
function wayOf({ state }: Offer, { language, translate }: StandingReader) {
  const usual = ['prepared', 'filed', 'announced'];
  const shown = usual.includes(state)
    ? usual
    : state === 'refused'
      ? ['prepared', 'filed', 'refused']
      : [...usual, state];
  const at = shown.indexOf(state);
  return shown.map((code, index) => {
    const stage = index < at ? 'done' : index === at ? 'current' : 'todo';
    return { label: openLicenceStates.label(code, language), stage, note: translate(`offers:way.${stage}`) };
  });
}

function evidenceRows(offer: Offer, { language, translate }: StandingReader) {
  const cause = openLicenceRefusals.has(offer.cause ?? '') ? openLicenceRefusals : openLicenceEndCauses;
  return [
    factRow(translate('offers:regime'), openLicenceRegimes.label(offer.regime, language)),
    factRow(translate('offers:receiptNumber'), offer.receiptNumber ?? ''),
    factRow(translate('offers:filedOn'), offer.filedOn ?? ''),
    factRow(translate('offers:announcementNumber'), offer.announcementNumber ?? ''),
    factRow(translate('offers:announcedOn'), offer.announcedOn ?? ''),
    factRow(translate('offers:withdrawnOn'), offer.withdrawnOn ?? ''),
    factRow(translate('offers:cause'), offer.cause === null ? '' : cause.label(offer.cause, language)),
  ].filter((row) => row.lines.length > 0);
}

/** The papers a declaration needs, and which of them are among the files of the listing. */
function documentsOf(
  patent: PatentRecord,
  { files }: Record<string, unknown>,
  { language, translate }: StandingReader,
) {
  const there = new Set(((files ?? []) as ListingFile[]).map(({ kind }) => kind));
  const isPledged = patent.encumbrances.some(({ kind }) => kind === 'pledge');
  const needed = requiredDocuments({
    patentKind: patent.kind,
    isCoOwned: patent.owners.length > 1,
    isPledged,
    hasAgent: false,
  });
  return needed.map((kind) => ({
    label: attachmentKinds.label(kind, language),
    state: there.has(kind)
      ? { tone: 'agreed', label: translate('offers:documentThere') }
      : { tone: 'neutral', label: translate('offers:documentMissing') },
  }));
}

function actView(event: string, { language, translate }: StandingReader) {
  const { number, reasons, text } = OFFER_ACTS[event] ?? {};
  const vocabulary = reasons === 'refusals' ? openLicenceRefusals : openLicenceEndCauses;
  return {
    event,
    heading: translate(`offers:act.${event}.heading`),
    explanation: translate(`offers:act.${event}.explanation`),
    label: translate(`offers:act.${event}.label`),
    numberLabel: number ? translate(`offers:number.${number}`) : '',
    dayLabel: number ? translate(`offers:day.${number}`) : '',
    reasons: reasons
      ? vocabulary.entries.map((entry) => ({ value: entry.code, label: entry[language] }))
      : [],
    hasText: text === true,
    isRefusal: event === 'refuse' || event === 'end' || event === 'file-withdrawal',
  };
}
