import type { OrganisationRecord } from '../../models/records.ts';
import { shanghaiDate } from '../clock.ts';
import { inLanguage } from '../localized.ts';
import { companySizes } from '../vocabulary/companySizes.ts';
import { organisationKinds } from '../vocabulary/organisationKinds.ts';
import { regionLabel } from '../vocabulary/regionPath.ts';
import { technologyFields } from '../vocabulary/technologyFields.ts';
import { verificationEvidenceKinds } from '../vocabulary/verificationEvidenceKinds.ts';
import { type FactRow, factRow } from '../web/factRow.ts';
import type { Frame } from '../web/frame.ts';
import { unitNames } from './unitLines.ts';

export type Speaker = Pick<Frame, 'language' | 'translate'>;

const TONES = { none: 'neutral', requested: 'waiting', verified: 'agreed', revoked: 'refused' } as const;

/** Where the verification of an organisation stands, as a badge. */
export function verificationBadge(
  { verification }: Pick<OrganisationRecord, 'verification'>,
  { translate }: Speaker,
) {
  return { tone: TONES[verification], label: translate(`organisations:verification.${verification}`) };
}

export function creditCodeOf({ identifiers }: Pick<OrganisationRecord, 'identifiers'>): string {
  return identifiers.find(({ scheme }) => scheme === 'uscc')?.value ?? '';
}

/** What was checked and when, and no more than that. */
export function verificationText(organisation: OrganisationRecord, { language, translate }: Speaker): string {
  const { verification, verifiedAt, verifiedChecks = [] } = organisation;
  if (verification !== 'verified') return translate(`organisations:verificationText.${verification}`);
  if (!verifiedAt || verifiedChecks.length === 0) return translate('organisations:verificationText.earlier');
  const checks = verifiedChecks.map((code) => verificationEvidenceKinds.label(code, language));
  const day = shanghaiDate(verifiedAt);
  return translate('organisations:verificationText.verified', {
    day,
    checks: checks.join(translate('common:and')),
  });
}

/** The facts of an organisation everybody may read. */
export function organisationFacts(organisation: OrganisationRecord, speaker: Speaker): FactRow[] {
  const { language, translate } = speaker;
  const label = (key: string) => translate(`organisations:facts.${key}`);
  const { kind, regionPath, size, fields, website, isStateFounded } = organisation;
  const rows = [
    factRow(label('kind'), organisationKinds.label(kind, language)),
    factRow(label('region'), regionLabel(regionPath.at(-1) ?? '', language, { full: true })),
    factRow(label('creditCode'), creditCodeOf(organisation)),
    factRow(label('size'), size === null ? '' : companySizes.label(size, language)),
    factRow(
      label('fields'),
      fields.map((code) => technologyFields.label(code, language)).join(translate('common:and')),
    ),
    factRow(label('website'), website ?? '', { href: website ?? '' }),
    factRow(label('founder'), isStateFounded ? translate('organisations:stateFounded') : ''),
    factRow(label('units'), unitNames(organisation.units, language)),
  ];
  return rows.filter(({ lines }) => lines.length > 0);
}

/** The part of every page about one organisation. */
export function organisationHead(organisation: OrganisationRecord, speaker: Speaker) {
  return {
    id: organisation._id,
    name: inLanguage(organisation.name, speaker.language),
    otherName: otherName(organisation, speaker),
    badge: verificationBadge(organisation, speaker),
    verificationText: verificationText(organisation, speaker),
    isSuspended: organisation.state === 'suspended',
    facts: organisationFacts(organisation, speaker),
    description:
      organisation.description === null ? null : inLanguage(organisation.description, speaker.language),
  };
}

function otherName({ name }: OrganisationRecord, { language }: Speaker) {
  const other = language === 'zh' ? 'en' : 'zh';
  const text = name[other] ?? '';
  return text !== '' && name[language] !== undefined ? { text, language: other as 'zh' | 'en' } : null;
}
