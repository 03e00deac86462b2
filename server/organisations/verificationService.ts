import type { OrganisationRecord, StoredFileReference } from '../../models/records.ts';
import { type Actor, hasOfficeRole } from '../accounts/actor.ts';
import type { Clock } from '../clock.ts';
import { blocked, forbidden, invalid, notFound } from '../errors.ts';
import type { FileStore, OpenedFile } from '../files/fileStore.ts';
import type { OccurrenceStore } from '../relay/occurrenceStore.ts';
import { verificationEvidenceKinds } from '../vocabulary/verificationEvidenceKinds.ts';
import type { OrganisationMoves } from './organisationMoves.ts';
import { canReadEvidence } from './organisationPermissions.ts';
import type { OrganisationFilter, OrganisationStore } from './organisationStore.ts';
import { verificationReasons } from './verificationReasons.ts';

/** Files an organisation may show at once. */
export const MOST_EVIDENCE = 8;

/** Which organisation, as the person saw it. */
export interface Seen {
  actor: Actor;
  organisationId: string;
  revision: number;
}

interface VerificationParts {
  store: OrganisationStore;
  moves: OrganisationMoves;
  files: FileStore;
  occurrences: OccurrenceStore;
  clock: Clock;
}

/** Verification: evidence, the request, and what the office makes of it. */
export function createVerificationService({ store, moves, files, occurrences, clock }: VerificationParts) {
  async function decide(
    seen: Seen,
    event: 'refuse' | 'revoke' | 'suspend',
    reason: string,
    text: string | null,
  ) {
    if (!verificationReasons.has(reason)) throw invalid([{ field: 'reason', message: 'forms:unknownCode' }]);
    return moves.move({ ...seen, event, reason, text });
  }

  return {
    async addEvidence(seen: Seen, kind: string, file: StoredFileReference): Promise<OrganisationRecord> {
      const { evidence } = await store.get(seen.organisationId);
      if (!verificationEvidenceKinds.has(kind))
        throw invalid([{ field: 'kind', message: 'forms:unknownCode' }]);
      if (evidence.some((item) => item.fileId === file.fileId)) return store.get(seen.organisationId);
      if (evidence.length >= MOST_EVIDENCE)
        throw blocked('organisations:evidenceFull', { most: MOST_EVIDENCE });
      const added = { ...file, kind, addedAt: clock.now() };
      return moves.move({
        ...seen,
        event: 'add-evidence',
        detail: { kind, fileId: file.fileId },
        set: { evidence: [...evidence, added] },
      });
    },
    async removeEvidence(seen: Seen, fileId: string): Promise<OrganisationRecord> {
      const { evidence } = await store.get(seen.organisationId);
      const kept = evidence.filter((item) => item.fileId !== fileId);
      return moves.move({ ...seen, event: 'remove-evidence', detail: { fileId }, set: { evidence: kept } });
    },
    request: (seen: Seen) => moves.move({ ...seen, event: 'request' }),
    takeBack: (seen: Seen) => moves.move({ ...seen, event: 'take-back' }),
    /** @param checks what the operator looked at; the public page says so word by word. */
    verify: (seen: Seen, checks: string[], text: string | null) =>
      moves.move({ ...seen, event: 'verify', checks, text }),
    refuse: (seen: Seen, reason: string, text: string | null) => decide(seen, 'refuse', reason, text),
    revoke: (seen: Seen, reason: string, text: string | null) => decide(seen, 'revoke', reason, text),
    suspend: (seen: Seen, reason: string, text: string | null) => decide(seen, 'suspend', reason, text),
    restore: (seen: Seen) => moves.move({ ...seen, event: 'restore' }),

    /** A file of the evidence for somebody who may read it; the download is recorded. */
    async openEvidence(
      actor: Actor,
      organisationId: string,
      fileId: string,
    ): Promise<OpenedFile & { name: string }> {
      const organisation = await store.get(organisationId);
      if (!canReadEvidence(actor, organisation)) throw forbidden();
      const item = organisation.evidence.find((candidate) => candidate.fileId === fileId);
      if (item === undefined) throw notFound();
      await occurrences.record({
        actor,
        role: 'reader',
        event: 'read-evidence',
        detail: { organisationId, fileId },
      });
      return { ...(await files.open(fileId)), name: item.name };
    },

    /** One page of organisations for the desk: an operator sees the own regions, the others all. */
    async desk(actor: Actor, filter: Omit<OrganisationFilter, 'regions'>, skip: number, limit: number) {
      if (!hasOfficeRole(actor, 'operator', 'supervisor', 'administrator', 'auditor')) throw forbidden();
      const regions = actor.office?.role === 'operator' ? actor.office.regions : null;
      const asked = { ...filter, regions };
      return { organisations: await store.page(asked, skip, limit), total: await store.count(asked) };
    },
  };
}

export type VerificationService = ReturnType<typeof createVerificationService>;
