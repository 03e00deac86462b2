import type { Content } from '../../models/records.ts';
import { FEN_PER_WAN } from '../catalogue/inputs/amounts.ts';
import type { ListingFile } from '../catalogue/inputs/files.ts';
import type { Metric } from '../catalogue/inputs/metrics.ts';
import { patentCheckCharacter } from '../patents/patentNumber.ts';
import type {
  AnyDemoListing,
  DemoDemand,
  DemoOpenLicence,
  DemoSupply,
  MetricRow,
  Price,
} from './demoTypes.ts';

export interface ContentParts {
  /** The day so many days from loading, as `YYYY-MM-DD`. */
  day: (fromNow: number) => string;
  files: ListingFile[];
}

/** The id of a demo patent, with the check character of ZC 0006-2003. */
export function demoPatentId(body: string): string {
  return `CN-${body}.${patentCheckCharacter(body)}`;
}

/** The content of a demo listing as the catalogue of its kind stores it. */
export function demoContent(listing: AnyDemoListing, parts: ContentParts): Content {
  const specific =
    listing.kind === 'demand'
      ? demandFields(listing, parts)
      : listing.kind === 'open-licence'
        ? openLicenceFields(listing, parts)
        : supplyFields(listing);
  return withoutGaps({
    title: listing.title,
    summary: listing.summary,
    field: listing.field,
    industry: listing.industry,
    ipc: listing.ipc,
    keywords: listing.keywords,
    metrics: listing.metrics?.map(metric),
    files: parts.files.length > 0 ? parts.files : undefined,
    restrictedDetail: listing.restricted,
    ...specific,
    isNotSecret: true,
    isTruthful: true,
  });
}

function supplyFields(supply: DemoSupply): Content {
  const isAchievement = supply.kind === 'achievement';
  return {
    category: isAchievement ? 'applied' : undefined,
    form: isAchievement ? supply.form : undefined,
    problem: supply.problem,
    solution: supply.solution,
    benefit: supply.benefit,
    application: supply.application,
    maturity: supply.maturity,
    wanted: supply.wanted,
    patents: supply.patents?.map(({ body }) => demoPatentId(body)),
    cooperation: supply.cooperation,
    ...priceFields(supply.price),
    paymentMode: supply.paymentMode,
    territory: supply.territory,
  };
}

function openLicenceFields(
  { problem, solution, application, maturity, patent, terms }: DemoOpenLicence,
  { day }: ContentParts,
): Content {
  return {
    problem,
    solution,
    application,
    maturity,
    patents: [demoPatentId(patent.body)],
    regime: terms.regime ?? 'statutory',
    paymentMode: terms.paymentMode,
    price: terms.fee === undefined ? undefined : money(terms.fee),
    royaltyBase: terms.royaltyBase,
    royaltyRate: terms.rate === undefined ? undefined : basisPoints(terms.rate),
    periodFrom: day(terms.from),
    periodTo: day(terms.to),
    feeBasis: terms.feeBasis,
    otherTerms: terms.otherTerms,
    knowHow: terms.knowHow,
  };
}

function demandFields(demand: DemoDemand, { day }: ContentParts): Content {
  return {
    demandType: demand.demandType,
    background: demand.background,
    currentState: demand.currentState,
    attempts: demand.attempts,
    needsHelp: demand.needsHelp,
    minimumMaturity: demand.minimumMaturity,
    cooperation: demand.cooperation,
    budget: demand.budget === undefined ? undefined : money(demand.budget),
    deadline: day(demand.deadline),
    constraints: demand.constraints,
    rightsPreference: demand.rights,
    visibility: demand.visibility,
  };
}

function priceFields(price: Price): Content {
  const [priceForm] = price;
  if (price[0] === 'fixed') return { priceForm, price: money(price[1]) };
  if (price[0] === 'royalty') return { priceForm, royaltyRate: basisPoints(price[1]) };
  if (price[0] === 'entry-fee-royalty')
    return { priceForm, price: money(price[1]), royaltyRate: basisPoints(price[2]) };
  return { priceForm };
}

function metric([indicator, operator, value, unit, method]: MetricRow): Metric {
  const [lower, upper] = typeof value === 'number' ? [value, undefined] : value;
  return {
    indicator,
    operator,
    value: lower,
    ...(upper === undefined ? {} : { upper }),
    unit,
    ...(method === undefined ? {} : { method }),
  };
}

const money = (wan: number) => ({ fen: Math.round(wan * FEN_PER_WAN), currency: 'CNY' });
const basisPoints = (percent: number) => Math.round(percent * 100);

function withoutGaps(content: Content): Content {
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
}
