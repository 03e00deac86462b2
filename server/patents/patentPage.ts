import type { OrganisationRecord, PatentRecord } from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import type { Issue } from '../errors.ts';
import type { Translate } from '../i18n/translate.ts';
import { inLanguage, type Language } from '../localized.ts';
import { encumbranceKinds } from '../vocabulary/encumbranceKinds.ts';
import { jurisdictions } from '../vocabulary/jurisdictions.ts';
import { legalStatuses } from '../vocabulary/legalStatuses.ts';
import { patentKinds } from '../vocabulary/patentKinds.ts';
import { factRow } from '../web/factRow.ts';
import { type FormValues, formView } from '../web/formView.ts';
import { patentFindings } from './patentFindings.ts';
import { DECLARED_BURDENS, patentFormValues } from './patentForms.ts';
import { displayPatentId } from './patentId.ts';
import { patentExpiresOn } from './patentTerm.ts';
import { patentState } from './patentWorkflow.ts';

export interface PatentPageParts {
  patent: PatentRecord;
  actor: Actor;
  /** Organisations of this site named as owners. */
  organisations: readonly OrganisationRecord[];
  typed: Readonly<Record<string, unknown>> | null;
  issues: readonly Issue[];
  kept: FormValues | null;
  /** The listing to go back to; empty for none. */
  listing: string;
  /** Somebody else saved meanwhile: the stored facts are shown beside what was typed. */
  isConflict: boolean;
}

interface Reader {
  language: Language;
  translate: Translate;
}

const NEEDS_REPORT = ['utility-model', 'design'];

/** The page on which the facts of a patent are entered, with what they allow. */
export function patentPage(parts: PatentPageParts, reader: Reader) {
  const { patent, actor, organisations, typed, issues, kept } = parts;
  const { language, translate } = reader;
  const ownId = actor.membership?.organisationId ?? null;
  const isDescribed = patentState(patent) === 'described';
  const others = organisations.filter(({ _id }) => _id !== ownId);
  const held = patent.encumbrances.filter(({ by }) => by !== 'declared');
  return {
    id: patent._id,
    revision: patent.revision,
    number: displayPatentId(patent._id, markOf(patent)),
    listing: parts.listing,
    isOfficer: !isOwner(patent, ownId) && actor.office !== null,
    hasOwn: ownId !== null,
    facts: knownFacts(patent, reader),
    otherOwners: others.map(({ name }) => inLanguage(name, language).text),
    statuses: legalStatuses.entries.map((entry) => ({ value: entry.code, label: entry[language] })),
    needsReport: NEEDS_REPORT.includes(patent.kind),
    burdens: DECLARED_BURDENS.map((kind) => ({
      name: kind,
      since: `${kind}.since`,
      consent: `${kind}.consent`,
      label: encumbranceKinds.label(kind, language),
      hasConsent: kind === 'pledge',
    })),
    held: held.map(({ kind, by, since }) =>
      translate('patents:heldBy', { kind: encumbranceKinds.label(kind, language), by, since }),
    ),
    findings: isDescribed ? patentFindings(patent, reader) : null,
    stored: parts.isConflict ? storedRows(patent, reader) : null,
    form: formView(typed ?? patentFormValues(patent, ownId), issues, translate, kept, labels(translate)),
  };
}

function isOwner(patent: PatentRecord, ownId: string | null): boolean {
  return patent.owners.some(({ organisationId }) => organisationId !== undefined && organisationId === ownId);
}

/** `ZL` only for a patent that is granted: the mark on an application is an offence (Patent Law art. 68). */
function markOf({ registerCheckedOn, legalStatus }: PatentRecord): { isGranted?: boolean } {
  return registerCheckedOn === null ? {} : { isGranted: legalStatuses.find(legalStatus)?.isGranted ?? false };
}

function knownFacts(patent: PatentRecord, { language, translate }: Reader) {
  return [
    factRow(translate('patents:jurisdiction'), jurisdictions.label(patent.jurisdiction, language)),
    factRow(translate('patents:kind'), patentKinds.label(patent.kind, language)),
    factRow(translate('patents:expiresOn'), patentExpiresOn(patent) ?? ''),
    factRow(translate('patents:checkedOn'), patent.registerCheckedOn ?? ''),
  ].filter((row) => row.lines.length > 0);
}

function storedRows(patent: PatentRecord, { language, translate }: Reader) {
  return [
    factRow(translate('patents:title'), inLanguage(patent.title, language).text),
    factRow(translate('patents:status'), legalStatuses.label(patent.legalStatus, language)),
    factRow(translate('patents:filedOn'), patent.filedOn ?? ''),
    factRow(translate('patents:grantedOn'), patent.grantedOn ?? ''),
    factRow(translate('patents:publicationNumber'), patent.publicationNumber ?? ''),
    factRow(translate('patents:ipc'), patent.ipc.join('; ')),
    factRow(translate('patents:inventors'), patent.inventors),
    factRow(translate('patents:checkedOn'), patent.registerCheckedOn ?? ''),
  ];
}

const LABELLED = [
  'owners',
  'inventors',
  'publicationNumber',
  'ipc',
  'filedOn',
  'grantedOn',
  'registerCheckedOn',
  'title',
];

function labels(translate: Translate): Record<string, string> {
  const status = { legalStatus: translate('patents:status') };
  return { ...Object.fromEntries(LABELLED.map((name) => [name, translate(`patents:${name}`)])), ...status };
}
