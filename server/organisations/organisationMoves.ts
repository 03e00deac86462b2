import type { OrganisationRecord } from '../../models/records.ts';
import type { Actor } from '../accounts/actor.ts';
import { type Clock, endOfDay, today } from '../clock.ts';
import { workingDaysAfter } from '../deadlines/workingDays.ts';
import { blocked, conflict, forbidden, invalid } from '../errors.ts';
import type { ChangeRecorder } from '../relay/change.ts';
import type { Transition } from '../workflow/workflow.ts';
import { organisationParties } from './organisationPermissions.ts';
import type { OrganisationStore } from './organisationStore.ts';
import { type OrganisationEvent, standingWorkflow, verificationWorkflow } from './organisationWorkflow.ts';

export interface OrganisationMove {
  actor: Actor;
  organisationId: string;
  /** The revision the person saw; another one is a conflict. */
  revision: number;
  event: OrganisationEvent;
  reason?: string | null;
  text?: string | null;
  /** Codes and ids for the log. */
  detail?: Record<string, unknown>;
  set?: Partial<OrganisationRecord>;
  /** Names the fields to take off the document. */
  unset?: readonly (keyof OrganisationRecord)[];
  /** What was checked, for `verify`. */
  checks?: string[];
  before?: (eventId: string) => Promise<unknown>;
}

interface MoveParts {
  store: OrganisationStore;
  recorder: ChangeRecorder;
  clock: Clock;
}

/** The only way an organisation changes: looks up the table, checks who, guards and reason, writes once. */
export function createOrganisationMoves({ store, recorder, clock }: MoveParts) {
  function statesAfter(row: Transition, organisation: OrganisationRecord, move: OrganisationMove) {
    const at = clock.now();
    const dueAt =
      row.dueInWorkingDays === undefined
        ? null
        : endOfDay(workingDaysAfter(today(clock), row.dueInWorkingDays));
    if (isStanding(move.event)) return { state: standingWorkflow.after(organisation.state, move.event) };
    const verification = verificationWorkflow.after(organisation.verification, move.event);
    if (verification === organisation.verification) return {};
    return {
      verification,
      dueAt,
      verificationRequestedAt: verification === 'requested' ? at : null,
      verifiedAt: verification === 'verified' ? at : null,
      verifiedChecks: verification === 'verified' ? (move.checks ?? []) : [],
    };
  }

  return {
    /**
     * @throws blocked when the state or a guard forbids it, forbidden when the actor may not,
     *   invalid when a reason is missing or a code belongs to another organisation, conflict when somebody else was first.
     */
    async move(move: OrganisationMove): Promise<OrganisationRecord> {
      const organisation = await store.get(move.organisationId);
      const { row, role } = rowFor(organisation, move);
      if (row.needsReason && !move.reason) throw invalid([{ field: 'reason', message: 'forms:required' }]);
      if (organisation.revision !== move.revision) throw conflict();
      const states = statesAfter(row, organisation, move);
      const { at, event, update } = recorder.record('organisation', {
        actor: move.actor,
        role,
        event: move.event,
        reason: move.reason ?? null,
        text: move.text ?? null,
        detail: {
          verification: organisation.verification,
          ...move.detail,
          ...(move.checks ? { checks: move.checks } : {}),
        },
      });
      await move.before?.(event.id);
      const written = await store.update(organisation._id, organisation.revision, {
        $set: { ...move.set, ...states, updatedAt: at } as Partial<OrganisationRecord>,
        ...(move.unset?.length ? { $unset: Object.fromEntries(move.unset.map((name) => [name, 1])) } : {}),
        ...update,
      });
      if (written === 'taken') throw invalid([{ field: 'creditCode', message: 'organisations:codeTaken' }]);
      if (written === null) throw conflict();
      return written;
    },
  };
}

export type OrganisationMoves = ReturnType<typeof createOrganisationMoves>;

function isStanding(event: OrganisationEvent): boolean {
  return (standingWorkflow.events as string[]).includes(event);
}

/** The row of the table, and the party as which the actor does it. */
function rowFor(organisation: OrganisationRecord, move: OrganisationMove): { row: Transition; role: string } {
  const row = isStanding(move.event)
    ? standingWorkflow.find(organisation.state, move.event)
    : verificationWorkflow.find(organisation.verification, move.event);
  const parties = organisationParties(move.actor, organisation);
  const role = row?.who.find((party) => parties.has(party));
  if (row === null) throw parties.size > 0 ? blocked('organisations:notPossible') : forbidden();
  if (role === undefined) throw forbidden();
  for (const name of row.guard ?? []) checkGuard(name, organisation, move);
  return { row, role };
}

function checkGuard(name: string, organisation: OrganisationRecord, { checks }: OrganisationMove): void {
  const { identifiers, evidence } = organisation;
  if (name === 'hasEvidence' && evidence.length === 0) throw blocked('organisations:evidenceMissing');
  const isForeign = evidence.some((item) => item.kind === 'foreign-register');
  if (name === 'hasIdentifier' && identifiers.length === 0 && !isForeign)
    throw blocked('organisations:codeMissing');
  if (name === 'hasChecks' && (checks ?? []).length === 0)
    throw invalid([{ field: 'checks', message: 'organisations:checksMissing' }]);
}
