import type { PatentRecord } from '../../models/records.ts';
import type { Issue } from '../errors.ts';
import { encumbranceKinds } from '../vocabulary/encumbranceKinds.ts';
import { legalStatuses } from '../vocabulary/legalStatuses.ts';
import { parseIpcSymbol } from './ipcSymbol.ts';
import { parsePatentNumber } from './patentNumber.ts';
import type { PatentFacts } from './patentService.ts';
import { parsePublicationNumber } from './publicationNumber.ts';

type Subject = Pick<PatentRecord, 'jurisdiction' | 'number'>;

/**
 * What cannot be true of a patent whatever the register says: dates out of order or in the future, a status
 * that does not fit the grant, a publication number of a wrong form (domain rules 3.2, 3.9).
 */
export function patentFactIssues(patent: Subject, facts: PatentFacts, today: string): Issue[] {
  return [
    ...presence(facts),
    ...dateOrder(facts, today),
    ...filingYear(patent, facts),
    ...grant(facts),
    ...publication(patent, facts),
  ];
}

const issue = (field: string, message: string, values: Record<string, string | number> = {}): Issue => ({
  field,
  message,
  values,
});

function presence({ owners, legalStatus, registerCheckedOn, ipc, declared }: PatentFacts): Issue[] {
  return [
    ...(owners.length === 0 ? [issue('owners', 'patents:needsOwner')] : []),
    ...(ipc.some((symbol) => parseIpcSymbol(symbol) === null) ? [issue('ipc', 'forms:ipcSymbol')] : []),
    ...(registerCheckedOn === '' ? [issue('registerCheckedOn', 'forms:required')] : []),
    ...(legalStatuses.has(legalStatus) ? [] : [issue('legalStatus', 'forms:unknownCode')]),
    ...declared
      .filter(({ kind }) => !encumbranceKinds.has(kind))
      .map(() => issue('encumbrances', 'forms:unknownCode')),
  ];
}

function dateOrder({ filedOn, grantedOn, registerCheckedOn, declared }: PatentFacts, today: string): Issue[] {
  const dates = { filedOn, grantedOn, registerCheckedOn };
  const future = Object.entries(dates).filter(([, day]) => day !== null && day > today);
  return [
    ...future.map(([field]) => issue(field, 'patents:inFuture')),
    ...declared
      .filter(({ since }) => since > today)
      .map(({ kind }) => issue(`${kind}.since`, 'patents:inFuture')),
    ...(filedOn !== null && grantedOn !== null && grantedOn <= filedOn
      ? [issue('grantedOn', 'patents:grantedBeforeFiled')]
      : []),
    ...(grantedOn !== null && registerCheckedOn < grantedOn
      ? [issue('registerCheckedOn', 'patents:checkedBeforeGrant')]
      : []),
  ];
}

/**
 * The number carries the year in which the office received it. A divisional or international application has an
 * earlier filing date, never a later one.
 */
function filingYear({ jurisdiction, number }: Subject, { filedOn }: PatentFacts): Issue[] {
  const year = jurisdiction === 'CN' ? parsePatentNumber(number)?.year : undefined;
  if (year === undefined || filedOn === null || Number(filedOn.slice(0, 4)) <= year) return [];
  return [issue('filedOn', 'patents:filedAfterNumber', { year })];
}

function grant({ legalStatus, grantedOn }: PatentFacts): Issue[] {
  const isGranted = legalStatuses.find(legalStatus)?.isGranted;
  if (isGranted === true && grantedOn === null) return [issue('grantedOn', 'patents:needsGrantDate')];
  if (isGranted === false && grantedOn !== null) return [issue('legalStatus', 'patents:pendingButGranted')];
  return [];
}

function publication({ jurisdiction }: Subject, { publicationNumber, grantedOn }: PatentFacts): Issue[] {
  if (publicationNumber === null || jurisdiction !== 'CN') return [];
  const parsed = parsePublicationNumber(publicationNumber);
  if (parsed === null) return [issue('publicationNumber', 'patents:publicationForm')];
  return parsed.isGrant && grantedOn === null
    ? [issue('publicationNumber', 'patents:publicationOfGrant')]
    : [];
}
