import type { RuleFinding } from './ruleFinding.ts';

export const PATENT_ACTS = [
  'open-licence',
  'ordinary-licence',
  'exclusive-licence',
  'transfer',
  'pledge',
] as const;
/** What somebody wants to do with a patent; `exclusive-licence` stands for exclusive and sole licences. */
export type PatentAct = (typeof PATENT_ACTS)[number];

export type PatentCondition =
  | 'pending'
  | 'fee-grace'
  | 'suspended'
  | 'pledged'
  | 'exclusive-or-sole-live'
  | 'open-licence-live'
  | 'invalidation-pending'
  | 'co-owned'
  | 'ended';

export interface PatentFacts {
  legalStatus: string;
  flags: {
    isPledged: boolean;
    isPreserved: boolean;
    hasExclusiveOrSole: boolean;
    hasOpenLicence: boolean;
    isInvalidationPending: boolean;
    isCoOwned: boolean;
  };
  consents: {
    pledgee: boolean;
    /** Written consent of all co-owners, or an agreement among them that covers the act. */
    coOwners: boolean;
    /** The pledgee knows of the invalidation and wants to go on. */
    pledgeeInformed: boolean;
  };
}

export interface LegalFinding extends RuleFinding {
  act: PatentAct;
  condition: PatentCondition;
}

type Cell = Pick<RuleFinding, 'outcome' | 'source' | 'message'>;
type Row = Readonly<Record<PatentAct, Cell>>;

const block = (source: Cell['source'], message: Cell['message']): Cell => ({
  outcome: 'block',
  source,
  message,
});
const warn = (source: Cell['source'], message: Cell['message']): Cell => ({
  outcome: 'warn',
  source,
  message,
});
const tell = (source: Cell['source'], message: Cell['message']): Cell => ({
  outcome: 'info',
  source,
  message,
});

/**
 * What each condition of a patent means for each act. Cells that name the marketplace as their source are our
 * caution, the others are law. The condition `valid` with no flag has nothing to say.
 */
const RULES: Readonly<Record<PatentCondition, Row>> = {
  pending: {
    'open-licence': block('regulations-85', 'pending-open-licence'),
    'ordinary-licence': warn('marketplace', 'pending-licence'),
    'exclusive-licence': warn('marketplace', 'pending-licence'),
    transfer: tell('marketplace', 'pending-transfer'),
    pledge: block('pledge-registration', 'pending-pledge'),
  },
  'fee-grace': {
    'open-licence': block('regulations-86-3', 'fee-grace-open-licence'),
    'ordinary-licence': warn('marketplace', 'fee-grace-warn'),
    'exclusive-licence': warn('marketplace', 'fee-grace-warn'),
    transfer: warn('marketplace', 'fee-grace-warn'),
    pledge: block('pledge-registration', 'fee-grace-pledge'),
  },
  suspended: {
    'open-licence': block('regulations-86-2', 'suspended-open-licence'),
    'ordinary-licence': warn('marketplace', 'suspended-licence'),
    'exclusive-licence': warn('marketplace', 'suspended-licence'),
    transfer: block('regulations-105', 'suspended-register'),
    pledge: block('regulations-105', 'suspended-register'),
  },
  pledged: {
    'open-licence': block('regulations-86-4', 'pledged-open-licence'),
    'ordinary-licence': block('civil-code-444', 'pledged-consent'),
    'exclusive-licence': block('civil-code-444', 'pledged-consent'),
    transfer: block('civil-code-444', 'pledged-consent'),
    pledge: block('pledge-registration', 'pledged-again'),
  },
  'exclusive-or-sole-live': {
    'open-licence': block('regulations-86-1', 'exclusive-open-licence'),
    'ordinary-licence': block('court-interpretation-25', 'exclusive-licence'),
    'exclusive-licence': block('court-interpretation-25', 'exclusive-exclusive'),
    transfer: warn('court-interpretation-24', 'exclusive-transfer'),
    pledge: warn('marketplace', 'exclusive-pledge'),
  },
  'open-licence-live': {
    'open-licence': tell('patent-law-50', 'open-licence-already'),
    'ordinary-licence': tell('patent-law-51', 'open-licence-ordinary'),
    'exclusive-licence': block('patent-law-51', 'open-licence-exclusive'),
    transfer: warn('marketplace', 'open-licence-transfer'),
    pledge: warn('marketplace', 'open-licence-pledge'),
  },
  'invalidation-pending': {
    'open-licence': warn('regulations-86-5', 'invalidation-warn'),
    'ordinary-licence': warn('marketplace', 'invalidation-warn'),
    'exclusive-licence': warn('marketplace', 'invalidation-warn'),
    transfer: warn('marketplace', 'invalidation-warn'),
    pledge: block('pledge-registration', 'invalidation-pledge'),
  },
  'co-owned': {
    'open-licence': block('patent-law-14', 'co-owned-consent'),
    'ordinary-licence': tell('patent-law-14', 'co-owned-ordinary'),
    'exclusive-licence': block('patent-law-14', 'co-owned-consent'),
    transfer: block('patent-law-14', 'co-owned-consent'),
    pledge: block('patent-law-14', 'co-owned-consent'),
  },
  ended: {
    'open-licence': block('regulations-85', 'ended-open-licence'),
    'ordinary-licence': block('civil-code-865', 'ended-licence'),
    'exclusive-licence': block('civil-code-865', 'ended-licence'),
    transfer: block('civil-code-865', 'ended-register'),
    pledge: block('pledge-registration', 'ended-register'),
  },
};

const ENDED: readonly string[] = ['lapsed', 'expired', 'abandoned', 'invalidated'];

/** The conditions a patent is in, as far as they matter for an act. */
function conditionsFor({ legalStatus, flags, consents }: PatentFacts, act: PatentAct): PatentCondition[] {
  const holds: Readonly<Record<PatentCondition, boolean>> = {
    ended: ENDED.includes(legalStatus),
    pending: legalStatus === 'pending',
    'fee-grace': legalStatus === 'fee-grace',
    suspended: legalStatus === 'suspended' || flags.isPreserved,
    // A pledge already registered stands against another one whatever its holder says.
    pledged: flags.isPledged && (!consents.pledgee || act === 'pledge'),
    'exclusive-or-sole-live': flags.hasExclusiveOrSole,
    'open-licence-live': flags.hasOpenLicence,
    'invalidation-pending': flags.isInvalidationPending,
    'co-owned': flags.isCoOwned && !consents.coOwners,
  };
  return (Object.keys(holds) as PatentCondition[]).filter((condition) => holds[condition]);
}

/**
 * What the law and our own caution have to say to an act on a patent as declared. Empty when nothing stands
 * in the way. The facts are declarations: check them again at publication, signature and effect.
 */
export function legalFindings(facts: PatentFacts, act: PatentAct): LegalFinding[] {
  return conditionsFor(facts, act).flatMap((condition) => {
    if (condition === 'invalidation-pending' && act === 'pledge' && facts.consents.pledgeeInformed) {
      return [{ act, condition, ...warn('pledge-registration', 'invalidation-pledge-told') }];
    }
    return [{ act, condition, ...RULES[condition][act] }];
  });
}
