import type { Content, ListingKind, PatentRecord } from '../../models/records.ts';
import { missingFields } from '../catalogue/catalogue.ts';
import type { Issue } from '../errors.ts';
import { displayPatentId } from '../patents/patentId.ts';

export interface SubmissionFacts {
  kind: ListingKind;
  content: Content;
  /** Null when their facts are looked at later, by the reviewer. */
  patents: PatentRecord[] | null;
  /** Today in Asia/Shanghai. */
  today: string;
}

type Rule = (facts: SubmissionFacts) => Issue[];

const required: Rule = ({ kind, content }) =>
  missingFields(kind, content).map((field) => ({ field: field.name, message: 'forms:required' }));

const patentsAreDescribed: Rule = ({ content, patents }) => {
  if (patents === null) return [];
  const ids = (content.patents as string[] | undefined) ?? [];
  const described = new Set(
    patents.filter((patent) => patent.registerCheckedOn !== null).map((patent) => patent._id),
  );
  return ids
    .filter((id) => !described.has(id))
    .map((id) => ({
      field: 'patents',
      message: 'listings:patentFactsMissing',
      values: { id: displayPatentId(id) },
    }));
};

const deadlineIsAhead: Rule = ({ content, today }) =>
  typeof content.deadline === 'string' && content.deadline < today
    ? [{ field: 'deadline', message: 'listings:deadlinePast' }]
    : [];

const periodIsAhead: Rule = ({ content, today }) => {
  const { periodFrom, periodTo } = content;
  if (typeof periodFrom !== 'string' || typeof periodTo !== 'string') return [];
  if (periodTo <= periodFrom) return [{ field: 'periodTo', message: 'listings:periodOrder' }];
  return periodTo < today ? [{ field: 'periodTo', message: 'listings:periodPast' }] : [];
};

const RULES: Record<ListingKind, readonly Rule[]> = {
  achievement: [required, patentsAreDescribed],
  patent: [required, patentsAreDescribed],
  'open-licence': [required, patentsAreDescribed, periodIsAhead],
  demand: [required, deadlineIsAhead],
};

/** Everything that keeps a draft from being submitted, field by field. */
export function submissionIssues(facts: SubmissionFacts): Issue[] {
  return RULES[facts.kind].flatMap((rule) => rule(facts));
}
