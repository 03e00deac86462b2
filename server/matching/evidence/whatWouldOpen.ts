import type { Gate, GateFacts } from '../gates/gate.ts';
import { isBlocked, matchGates } from '../gates/matchGates.ts';
import { verdictOf } from '../scoring/metricsPart.ts';
import { type MatchInputs, scoreInputs } from '../scoring/scoreInputs.ts';
import type { PartWeights } from '../weights.ts';

/** One change of one side that would open a gate or lift the score, and the score it would give. */
export interface Change {
  kind: 'maturity' | 'budget' | 'cooperation' | 'metric' | 'price';
  values: Record<string, string | number>;
  score: number;
  /** Whether all gates would then be open. */
  opens: boolean;
}

/** A change with the inputs as they would then be. */
type Changed = Omit<Change, 'score'> & { inputs: MatchInputs };

const MOST_CHANGES = 6;

interface Standing {
  weights: PartWeights;
  facts: GateFacts;
  gates: readonly Gate[];
}

/** What one change would do, the most helpful first: gates before points. */
export function whatWouldOpen(inputs: MatchInputs, { weights, facts, gates }: Standing): Change[] {
  const now = scoreInputs(inputs, weights).score;
  const isClosed = (name: Gate['name']) =>
    gates.some((gate) => gate.name === name && gate.state === 'closed');
  const changes: Change[] = [
    ...(isClosed('maturity') ? [maturityChange(inputs, facts)] : []),
    ...(isClosed('budget') ? [budgetChange(inputs, facts)] : []),
    ...(isClosed('cooperation') ? cooperationChanges(inputs, facts) : []),
    ...metricChanges(inputs, facts),
    ...(gates.some(({ name, state }) => name === 'budget' && state === 'unknown')
      ? [priceChange(inputs, facts)]
      : []),
  ].map(({ inputs: changed, ...change }) => ({ ...change, score: scoreInputs(changed, weights).score }));
  const isHelpful = ({ score, opens }: Change) => opens !== !isBlocked(gates) || score > now;
  return changes
    .filter(isHelpful)
    .sort((left, right) => Number(right.opens) - Number(left.opens) || right.score - left.score)
    .slice(0, MOST_CHANGES);
}

function maturityChange(inputs: MatchInputs, facts: GateFacts): Changed {
  const [wanted, offered] = [facts.demand.maturity ?? 0, facts.supply.maturity ?? 0];
  const demand = { ...inputs.demand, maturity: offered };
  return after(
    'maturity',
    { wanted, offered },
    { ...inputs, demand },
    { ...facts, demand: { ...facts.demand, maturity: offered } },
  );
}

function budgetChange(inputs: MatchInputs, facts: GateFacts): Changed {
  const [budget, price] = [facts.demand.priceFen ?? 0, facts.supply.priceFen ?? 0];
  const demand = { ...inputs.demand, priceFen: price };
  return after(
    'budget',
    { budget, price },
    { ...inputs, demand },
    { ...facts, demand: { ...facts.demand, priceFen: price } },
  );
}

/** One form more on the demand's side, for each the supply offers. */
function cooperationChanges(inputs: MatchInputs, facts: GateFacts): Changed[] {
  return facts.supply.cooperation.map((form) => {
    const cooperation = [...facts.demand.cooperation, form];
    return after(
      'cooperation',
      { form },
      { ...inputs, demand: { ...inputs.demand, cooperation } },
      { ...facts, demand: { ...facts.demand, cooperation } },
    );
  });
}

/** A figure that is not met, or not stated, as it would be were it met. */
function metricChanges(inputs: MatchInputs, facts: GateFacts): Changed[] {
  return inputs.metrics.flatMap((comparison, index) => {
    const verdict = verdictOf(comparison);
    if (verdict === 'met') return [];
    const metrics = inputs.metrics.with(index, { ...comparison, offered: comparison.asked });
    const { asked, offered } = comparison;
    return [
      after(
        'metric',
        { indicator: asked.indicator, asked: asked.said, offered: offered?.said ?? '', verdict },
        { ...inputs, metrics },
        facts,
      ),
    ];
  });
}

function priceChange(inputs: MatchInputs, facts: GateFacts): Changed {
  const budget = facts.demand.priceFen ?? 0;
  const supply = { ...inputs.supply, priceFen: budget };
  return after(
    'price',
    { budget },
    { ...inputs, supply },
    { ...facts, supply: { ...facts.supply, priceFen: budget } },
  );
}

function after(
  kind: Change['kind'],
  values: Change['values'],
  inputs: MatchInputs,
  facts: GateFacts,
): Changed {
  return { kind, values, inputs, opens: !isBlocked(matchGates(facts)) };
}
