import { z } from 'zod';
import type { Encumbrance, PatentOwner, PatentRecord } from '../../models/records.ts';
import { typedIpcSymbols } from '../catalogue/inputs/codeLists.ts';
import { typedDay } from '../catalogue/inputs/date.ts';
import type { LocalizedText } from '../localized.ts';
import { legalStatuses } from '../vocabulary/legalStatuses.ts';
import { oneOf, optionalText, ticked } from '../web/formInputs.ts';
import type { PatentFacts } from './patentService.ts';
import { parsePublicationNumber } from './publicationNumber.ts';

/** Burdens people declare themselves; the open licence comes from its offer. */
export const DECLARED_BURDENS = ['pledge', 'exclusive-licence', 'sole-licence', 'preservation'] as const;
export type DeclaredBurden = (typeof DECLARED_BURDENS)[number];

const MOST_NAMES = 30;
const LONGEST_NAME = 100;

const optionalDay = () =>
  optionalText(20)
    .transform((typed) => (typed === null ? null : typedDay(typed)))
    .pipe(z.iso.date('forms:date').nullable())
    .default(null);

/** Names, one a line. */
const names = () =>
  optionalText(MOST_NAMES * LONGEST_NAME)
    .transform((typed) => [
      ...new Set(
        (typed ?? '')
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ])
    .pipe(z.array(z.string().max(LONGEST_NAME, 'patents:nameTooLong')).max(MOST_NAMES, 'forms:tooMany'))
    .default([]);

const burden = (kind: DeclaredBurden) => ({
  [kind]: ticked(),
  [`${kind}.since`]: optionalDay(),
  [`${kind}.consent`]: ticked(),
});

/** The facts of a patent as the form sends them. */
export const patentForm = z.object({
  revision: z.coerce.number().int().min(1).max(1e9),
  'title.zh': optionalText(200).default(null),
  'title.en': optionalText(600).default(null),
  isOwn: ticked(),
  owners: names(),
  inventors: names(),
  publicationNumber: optionalText(40).default(null),
  ipc: optionalText(600).default(null),
  filedOn: optionalDay(),
  grantedOn: optionalDay(),
  legalStatus: oneOf(legalStatuses.codes),
  isInvalidationPending: ticked(),
  hasEvaluationReport: ticked(),
  hasCoOwnerConsent: ticked(),
  registerCheckedOn: optionalDay(),
  ...burden('pledge'),
  ...burden('exclusive-licence'),
  ...burden('sole-licence'),
  ...burden('preservation'),
});

type Typed = z.output<typeof patentForm>;

/** What the form says as facts; owners that are organisations here stay unless the own one is taken off. */
export function factsFrom(typed: Typed, patent: PatentRecord, ownOrganisationId: string | null): PatentFacts {
  const others = patent.owners.filter(
    ({ organisationId }) => organisationId !== undefined && organisationId !== ownOrganisationId,
  );
  const own: PatentOwner[] =
    typed.isOwn && ownOrganisationId !== null ? [{ organisationId: ownOrganisationId }] : [];
  const named: PatentOwner[] = typed.owners.map((name) => ({ name: inOwnLanguage(name) }));
  const title = {
    ...(typed['title.zh'] ? { zh: typed['title.zh'] } : {}),
    ...(typed['title.en'] ? { en: typed['title.en'] } : {}),
  };
  return {
    title: Object.keys(title).length > 0 ? title : null,
    publicationNumber: canonicalPublication(typed.publicationNumber),
    owners: [...own, ...others, ...named],
    inventors: typed.inventors,
    ipc: typedIpcSymbols(typed.ipc ?? ''),
    filedOn: typed.filedOn,
    grantedOn: typed.grantedOn,
    legalStatus: typed.legalStatus,
    isInvalidationPending: typed.isInvalidationPending,
    hasEvaluationReport: typed.hasEvaluationReport,
    hasCoOwnerConsent: typed.hasCoOwnerConsent,
    declared: DECLARED_BURDENS.flatMap((kind) => declaredBurden(kind, typed)),
    registerCheckedOn: typed.registerCheckedOn ?? '',
  };
}

function declaredBurden(kind: DeclaredBurden, typed: Typed): Encumbrance[] {
  const given = typed as Record<string, unknown>;
  if (given[kind] !== true) return [];
  const since = given[`${kind}.since`];
  return [
    {
      kind,
      by: 'declared',
      since: typeof since === 'string' ? since : '',
      hasConsent: given[`${kind}.consent`] === true,
    },
  ];
}

const inOwnLanguage = (name: string): LocalizedText =>
  /\p{Script=Han}/u.test(name) ? { zh: name } : { en: name };

/** As the office prints it when the form is right, else as typed, for the rule to refuse. */
const canonicalPublication = (typed: string | null) =>
  typed === null ? null : (parsePublicationNumber(typed)?.canonical ?? typed);

/** Stored facts as the boxes of the form show them. */
export function patentFormValues(
  patent: PatentRecord,
  ownOrganisationId: string | null,
): Record<string, string> {
  const yes = (isTrue: boolean) => (isTrue ? 'true' : '');
  const names = patent.owners.filter(({ organisationId }) => organisationId === undefined);
  const burdens = DECLARED_BURDENS.map((kind) => {
    const found = patent.encumbrances.find((one) => one.kind === kind && one.by === 'declared');
    return [
      [kind, yes(found !== undefined)],
      [`${kind}.since`, found?.since ?? ''],
      [`${kind}.consent`, yes(found?.hasConsent ?? false)],
    ];
  });
  const isNew = patent.registerCheckedOn === null;
  return {
    'title.zh': patent.title?.zh ?? '',
    'title.en': patent.title?.en ?? '',
    isOwn: yes(
      isNew
        ? ownOrganisationId !== null
        : patent.owners.some(({ organisationId }) => organisationId === ownOrganisationId),
    ),
    owners: names.map(({ name }) => name?.zh ?? name?.en ?? '').join('\n'),
    inventors: patent.inventors.join('\n'),
    publicationNumber: patent.publicationNumber ?? '',
    ipc: patent.ipc.join('; '),
    filedOn: patent.filedOn ?? '',
    grantedOn: patent.grantedOn ?? '',
    legalStatus: isNew ? '' : patent.legalStatus,
    isInvalidationPending: yes(patent.isInvalidationPending),
    hasEvaluationReport: yes(patent.hasEvaluationReport),
    hasCoOwnerConsent: yes(patent.hasCoOwnerConsent),
    registerCheckedOn: patent.registerCheckedOn ?? '',
    ...Object.fromEntries(burdens.flat()),
  };
}
