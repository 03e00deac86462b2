import type { AccountRecord, OrganisationRecord } from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import { mailOf } from '../accounts/actorOf.ts';
import { membershipIn } from '../accounts/membershipService.ts';
import { inLanguage } from '../localized.ts';
import { paths } from '../paths.ts';
import { organisationKinds } from '../vocabulary/organisationKinds.ts';
import { regionLabel } from '../vocabulary/regionPath.ts';
import { verificationEvidenceKinds } from '../vocabulary/verificationEvidenceKinds.ts';
import { factRow } from '../web/factRow.ts';
import { localPath } from '../web/localPath.ts';
import { creditCodeOf, organisationHead, type Speaker, verificationBadge } from './organisationPage.ts';
import { allowedOrganisationEvents, canReadEvidence } from './organisationPermissions.ts';
import { evidenceRows, historyEntries } from './verificationPage.ts';
import { verificationReasons } from './verificationReasons.ts';

const TABS = ['requested', 'verified', 'none', 'revoked', 'suspended'] as const;

export function deskTabs(current: string, { language, translate }: Speaker) {
  return TABS.map((state) => ({
    href: localPath(
      language,
      state === 'requested' ? paths.deskOrganisations : `${paths.deskOrganisations}?state=${state}`,
    ),
    label: translate(`organisations:tabs.${state}`),
    isCurrent: state === current,
    count: null,
  }));
}

export function deskRows(organisations: OrganisationRecord[], speaker: Speaker) {
  const { language } = speaker;
  return organisations.map((organisation) => ({
    id: organisation._id,
    name: inLanguage(organisation.name, language),
    kind: organisationKinds.label(organisation.kind, language),
    region: regionLabel(organisation.regionPath.at(-1) ?? '', language, { full: true }),
    creditCode: creditCodeOf(organisation),
    requestedAt: organisation.verificationRequestedAt,
    dueAt: organisation.dueAt,
    badge: verificationBadge(organisation, speaker),
  }));
}

interface DeskOrganisation {
  actor: Actor;
  organisation: OrganisationRecord;
  members: AccountRecord[];
}

/** One organisation with what an operator needs to decide, and the decisions that are open. */
export function deskOrganisationPage({ actor, organisation, members }: DeskOrganisation, speaker: Speaker) {
  const { language, translate } = speaker;
  const events = new Set<string>(allowedOrganisationEvents(actor, organisation));
  const isEvidenceReadable = canReadEvidence(actor, organisation);
  return {
    ...organisationHead(organisation, speaker),
    revision: organisation.revision,
    dueAt: organisation.dueAt,
    can: {
      verify: events.has('verify'),
      revoke: events.has('revoke'),
      suspend: events.has('suspend'),
      restore: events.has('restore'),
    },
    isDecidable: ['verify', 'revoke', 'suspend', 'restore'].some((event) => events.has(event)),
    isOwn: actor.membership?.organisationId === organisation._id,
    isEvidenceReadable,
    evidence: isEvidenceReadable ? evidenceRows(organisation, speaker) : [],
    people: isEvidenceReadable ? peopleFacts(members, organisation._id, translate) : [],
    checks: verificationEvidenceKinds.entries,
    reasons: verificationReasons.entries,
    history: historyEntries(organisation, speaker),
    trail: [
      { href: localPath(language, paths.deskOrganisations), label: translate('organisations:deskTitle') },
    ],
  };
}

/** Who speaks for the organisation, and whether the address is one of its own domain. */
function peopleFacts(members: AccountRecord[], organisationId: string, translate: Speaker['translate']) {
  return members
    .filter((member) => membershipIn(member, organisationId)?.role === 'admin')
    .map((member) => factRow(translate('organisations:spokesperson'), [member.name, mailOf(member) ?? '']));
}
