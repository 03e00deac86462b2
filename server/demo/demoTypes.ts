import type { Content, ListingKind } from '../../models/records.ts';
import type { Language, LocalizedText } from '../localized.ts';

/** The fourteen invented organisations of the demo. */
export type HouseKey =
  | 'hunhe'
  | 'xingjia'
  | 'boan'
  | 'quanling'
  | 'dailu'
  | 'qinyu'
  | 'lishan'
  | 'chenbu'
  | 'helong'
  | 'biqu'
  | 'weileng'
  | 'lingbo'
  | 'huanwan'
  | 'qiqiao';

/** Indicator, operator, value (two for a range), unit, how it was or is tested. */
export type MetricRow = readonly [
  indicator: string,
  operator: 'le' | 'ge' | 'eq' | 'lt' | 'gt' | 'between',
  value: number | readonly [number, number],
  unit: string,
  method?: string,
];

/** A form of price with its amount in 万元 and its rate in per cent, as far as the form has them. */
export type Price =
  | readonly ['negotiable']
  | readonly ['free']
  | readonly ['fixed', number]
  | readonly ['royalty', number]
  | readonly ['entry-fee-royalty', number, number];

export interface DemoPatent {
  /** The number without its check character. Serials from 9000000 on are never given by the office. */
  body: string;
  title: LocalizedText;
  filedOn: string;
  grantedOn: string | null;
  /** `valid` once granted and `pending` before, where nothing else is said. */
  legalStatus?: string;
  inventors: string[];
  /** Owners beside the house that posts it. */
  coOwners?: (HouseKey | LocalizedText)[];
  hasCoOwnerConsent?: boolean;
  hasEvaluationReport?: boolean;
  isInvalidationPending?: boolean;
  declared?: { kind: string; since: string; hasConsent: boolean }[];
}

/** One act in the life of a listing, so many days before the demo is loaded. */
export interface Step {
  daysAgo: number;
  event: string;
  /** `house` is who wrote it, `submitter` who may submit there, `reviewer` whose turn it is in the office. */
  by: 'house' | 'submitter' | 'reviewer' | 'operator' | 'clock';
  reason?: string;
  text?: string;
  changes?: Content;
}

/** One act on the offer of an open licence. */
export interface OfferStep {
  daysAgo: number;
  event: string;
  by: 'house' | 'operator';
  /** Receipt or announcement number. */
  number?: string;
  reason?: string;
}

export interface DemoFile {
  name: string;
  kind: string;
  visibility: 'public' | 'signed-in' | 'parties' | 'office';
  /** A picture of bars with these heights in per cent, or the lines of a document of one page. */
  bars?: number[];
  lines?: string[];
}

interface DemoListing {
  key: string;
  owner: HouseKey;
  language?: Language;
  story: Step[];
  title: LocalizedText;
  summary: LocalizedText;
  field: string;
  industry: string[];
  ipc?: string[];
  keywords?: string[];
  metrics?: MetricRow[];
  files?: DemoFile[];
  restricted?: LocalizedText;
  cooperation?: string[];
}

export interface DemoSupply extends DemoListing {
  kind: Exclude<ListingKind, 'demand' | 'open-licence'>;
  problem: LocalizedText;
  solution: LocalizedText;
  benefit: LocalizedText;
  application?: LocalizedText;
  maturity: string;
  wanted?: LocalizedText;
  cooperation: string[];
  price: Price;
  paymentMode?: string;
  territory?: LocalizedText;
  patents?: DemoPatent[];
  form?: string[];
}

export interface DemoOpenLicence extends DemoListing {
  kind: 'open-licence';
  problem: LocalizedText;
  solution: LocalizedText;
  application?: LocalizedText;
  maturity: string;
  patent: DemoPatent;
  terms: {
    regime?: 'statutory' | 'pilot';
    paymentMode: string;
    /** 万元 */
    fee?: number;
    royaltyBase?: string;
    /** per cent */
    rate?: number;
    /** Days from loading. */
    from: number;
    to: number;
    feeBasis?: string;
    otherTerms?: LocalizedText;
    knowHow?: LocalizedText;
  };
  offer: OfferStep[];
}

export interface DemoDemand extends DemoListing {
  kind: 'demand';
  demandType: string;
  background: LocalizedText;
  currentState?: LocalizedText;
  attempts?: LocalizedText;
  needsHelp?: true;
  minimumMaturity?: string;
  cooperation: string[];
  /** 万元 */
  budget?: number;
  /** Days from loading; negative for a demand whose day is past. */
  deadline: number;
  constraints?: LocalizedText;
  rights?: LocalizedText;
  visibility: 'public' | 'anonymous' | 'silent';
}

export type AnyDemoListing = DemoSupply | DemoOpenLicence | DemoDemand;
