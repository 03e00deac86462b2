import { isWithin } from '../../vocabulary/regionPath.ts';
import { regions } from '../../vocabulary/regions.ts';
import { type Gate, type GateFacts, gate } from './gate.ts';

/** Whether both sides accept one form of cooperation. */
export function cooperationGate({ demand, supply }: GateFacts): Gate {
  const [wanted, offered] = [demand.cooperation, supply.cooperation];
  if (wanted.length === 0 || offered.length === 0) return gate('cooperation', 'unknown', 'unstated');
  const shared = wanted.filter((form) => offered.includes(form));
  if (shared.length > 0) return gate('cooperation', 'open', 'shared', { forms: shared.join(' ') });
  return gate('cooperation', 'closed', 'none', { wanted: wanted.join(' '), offered: offered.join(' ') });
}

/** Whether the stated price lies within the budget, both in fen. */
export function budgetGate({ demand, supply }: GateFacts): Gate {
  const [budget, price] = [demand.priceFen, supply.priceFen];
  if (budget === null) return gate('budget', 'open', 'unlimited');
  if (price === null) return gate('budget', 'unknown', 'negotiable', { budget });
  return price <= budget
    ? gate('budget', 'open', 'within', { budget, price })
    : gate('budget', 'closed', 'beyond', { budget, price });
}

/** Whether the supply has reached the lowest maturity the demand accepts. */
export function maturityGate({ demand, supply }: GateFacts): Gate {
  const [wanted, offered] = [demand.maturity, supply.maturity];
  if (wanted === null) return gate('maturity', 'open', 'any');
  if (offered === null) return gate('maturity', 'unknown', 'unstated', { wanted });
  return gate('maturity', offered >= wanted ? 'open' : 'closed', offered >= wanted ? 'reached' : 'below', {
    wanted,
    offered,
  });
}

const EVERYWHERE =
  /全球|世界|国际|全国|中国|大陆|境内|worldwide|global|world|international|china|prc|mainland/i;

/** Whether the demander's place lies in the territory a right is offered for; none stated means within China. */
export function territoryGate({ demand, supply }: GateFacts): Gate {
  const { territory } = supply;
  if (territory === null || territory.trim() === '') return gate('territory', 'open', 'country');
  const named = regions.entries.filter(
    ({ code, zh, en }) => code.length <= 4 && (territory.includes(shortName(zh)) || namesWord(territory, en)),
  );
  const isOutside = /除|以外|except|excluding|other than/i.test(territory);
  if (isOutside || (named.length === 0 && !EVERYWHERE.test(territory)))
    return gate('territory', 'unknown', 'unclear', { territory });
  if (named.length === 0) return gate('territory', 'open', 'country');
  if (demand.regionPath.length === 0) return gate('territory', 'unknown', 'unclear', { territory });
  const covers = named.some(({ code }) => isWithin(demand.regionPath, code));
  return gate('territory', covers ? 'open' : 'closed', covers ? 'covered' : 'elsewhere', { territory });
}

function namesWord(text: string, name: string): boolean {
  return new RegExp(`\\b${name.replace(/[^\p{L}\d ]/gu, '.')}\\b`, 'iu').test(text);
}

/** 辽宁省 and 辽宁 are the same place. */
function shortName(name: string): string {
  return name.replace(/(?:省|市|特别行政区|(?:维吾尔|壮族|回族)?自治区)$/, '');
}
