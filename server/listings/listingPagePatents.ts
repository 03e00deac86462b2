import type { OrganisationRecord, PatentOwner, PatentRecord } from '../../models/records.ts';
import type { Translate } from '../i18n/translate.ts';
import { inLanguage, type Language } from '../localized.ts';
import { displayPatentId } from '../patents/patentId.ts';
import { patentExpiresOn } from '../patents/patentTerm.ts';
import { encumbranceKinds } from '../vocabulary/encumbranceKinds.ts';
import { legalStatuses } from '../vocabulary/legalStatuses.ts';
import { patentKinds } from '../vocabulary/patentKinds.ts';
import { type FactRow, factRow } from '../web/factRow.ts';
import type { SpokenText } from '../web/helpers/localized.ts';
import { daysBetween } from './listingFreshness.ts';

interface Reader {
  language: Language;
  translate: Translate;
  today: string;
}

export interface PatentView {
  number: string;
  title: SpokenText | null;
  status: { tone: string; label: string };
  /** When somebody last looked into the register, or that nobody did. */
  checked: string;
  rows: FactRow[];
}

/** The patents of a listing in the order it names them; one that nobody described yet shows its number. */
export function patentViews(
  ids: string[],
  patents: PatentRecord[],
  owners: Map<string, OrganisationRecord>,
  reader: Reader,
): PatentView[] {
  const byId = new Map(patents.map((patent) => [patent._id, patent]));
  return ids.map((id) => {
    const patent = byId.get(id);
    return patent ? patentView(patent, owners, reader) : unknownPatent(id, reader);
  });
}

function patentView(
  patent: PatentRecord,
  owners: Map<string, OrganisationRecord>,
  reader: Reader,
): PatentView {
  const { language, translate } = reader;
  const status = legalStatuses.find(patent.legalStatus);
  const isInForce = status?.isAlive === true && status.isGranted;
  const mark = isInForce ? { isGranted: true } : patent.legalStatus === 'pending' ? { isGranted: false } : {};
  return {
    number: displayPatentId(patent._id, mark),
    title: patent.title === null ? null : inLanguage(patent.title, language),
    status: {
      tone: isInForce && !patent.isInvalidationPending ? 'agreed' : status?.isAlive ? 'waiting' : 'refused',
      label: legalStatuses.label(patent.legalStatus, language),
    },
    checked: checkedText(patent, reader),
    rows: [
      factRow(translate('listing:patent.kind'), patentKinds.label(patent.kind, language)),
      factRow(
        translate('listing:patent.owners'),
        patent.owners.map((owner) => ownerName(owner, owners, language)),
      ),
      factRow(translate('listing:patent.ipc'), patent.ipc.join('; ')),
      factRow(translate('listing:patent.filedOn'), patent.filedOn ?? ''),
      factRow(translate('listing:patent.grantedOn'), patent.grantedOn ?? ''),
      factRow(translate('listing:patent.expiresOn'), patentExpiresOn(patent) ?? ''),
      factRow(translate('listing:patent.encumbrances'), encumbrances(patent, reader)),
    ].filter((row) => row.lines.length > 0),
  };
}

function checkedText({ registerCheckedOn }: PatentRecord, { translate, today }: Reader): string {
  if (registerCheckedOn === null) return translate('listing:patent.notChecked');
  const days = Math.max(0, daysBetween(registerCheckedOn, today));
  return translate(days === 0 ? 'listing:patent.checkedToday' : 'listing:patent.checkedOn', {
    date: registerCheckedOn,
    count: days,
  });
}

function ownerName(owner: PatentOwner, owners: Map<string, OrganisationRecord>, language: Language): string {
  const organisation = owner.organisationId === undefined ? undefined : owners.get(owner.organisationId);
  return inLanguage(organisation?.name ?? owner.name, language).text;
}

function encumbrances(patent: PatentRecord, { language, translate }: Reader): string[] {
  const kinds = [...new Set(patent.encumbrances.map(({ kind }) => encumbranceKinds.label(kind, language)))];
  const invalidation = patent.isInvalidationPending ? [translate('listing:patent.invalidationPending')] : [];
  const all = [...kinds, ...invalidation];
  return all.length > 0 || patent.registerCheckedOn === null
    ? all
    : [translate('listing:patent.noEncumbrances')];
}

function unknownPatent(id: string, { translate }: Reader): PatentView {
  return {
    number: displayPatentId(id),
    title: null,
    status: { tone: 'neutral', label: translate('listing:patent.unknown') },
    checked: translate('listing:patent.notChecked'),
    rows: [],
  };
}
