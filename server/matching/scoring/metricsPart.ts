import { isStopWord } from '../../../search/analysis/stopWords.ts';
import { tokenise } from '../../../search/analysis/tokenise.ts';
import { toBase } from '../../../search/analysis/units.ts';
import { unitAsWhole } from '../../../search/analysis/wholeUnit.ts';
import type { Metric } from '../../catalogue/inputs/metrics.ts';
import type { Glossary } from '../glossary/glossary.ts';
import type { ReadQuantity } from '../reading/readQuantities.ts';
import { genericTerms } from '../statistics/genericWords.ts';
import { WEIGHTS } from '../weights.ts';

/** A value with its bounds in a base unit; null is open. */
export interface Figure {
  indicator: string;
  family: string;
  unit: string;
  from: number | null;
  to: number | null;
  /** As it was written, for people. */
  said: string;
}

export type MetricVerdict = 'met' | 'near' | 'unknown' | 'missed';

/** One figure asked for and the supply's figure for the same thing, if it states one. */
export interface MetricComparison {
  asked: Figure;
  offered: Figure | null;
}

const MOST_FIGURES = 12;

/** A row of the form as a figure. */
export function figureOfMetric({ indicator, operator, value, upper, unit }: Metric): Figure {
  const whole = unitAsWhole(unit);
  const inBase = (number: number) => toBase(number, whole);
  const [low, high] = [inBase(value), inBase(upper ?? value)];
  const bounds = {
    from: operator === 'le' || operator === 'lt' ? null : low,
    to: operator === 'ge' || operator === 'gt' ? null : high,
  };
  return {
    indicator,
    family: whole.family,
    unit: whole.base,
    ...bounds,
    said: `${value}${upper === undefined ? '' : `–${upper}`} ${unit}`.trim(),
  };
}

/** The figures a demand asks for: its rows, then bounds stated in its text about something else. */
export function askedFigures(metrics: readonly Metric[], quantities: readonly ReadQuantity[]): Figure[] {
  const rows = metrics.map(figureOfMetric);
  const bounds = quantities
    .filter(({ isAsked, direction }) => isAsked && direction !== 'exactly' && direction !== 'about')
    .map(figureOfQuantity);
  const isNew = (figure: Figure) =>
    !rows.some(
      ({ family, from, to }) => family === figure.family && from === figure.from && to === figure.to,
    );
  return [...rows, ...bounds.filter(isNew)].filter(isTechnical).slice(0, MOST_FIGURES);
}

/** The figures a supply states. */
export function offeredFigures(metrics: readonly Metric[], quantities: readonly ReadQuantity[]): Figure[] {
  return [...metrics.map(figureOfMetric), ...quantities.map(figureOfQuantity)];
}

/** Pairs each figure asked for with the stated one whose indicator is most alike. */
export function compareFigures(
  asked: readonly Figure[],
  offered: readonly Figure[],
  glossary: Glossary,
): MetricComparison[] {
  return asked.map((one) => {
    const sameKind = offered.filter(({ family }) => family === one.family);
    const rated = sameKind.map((figure) => ({
      figure,
      likeness: likeness(ideasOf(one, glossary), ideasOf(figure, glossary)),
    }));
    const best = rated
      .filter((entry) => entry.likeness >= 0.3)
      .sort(
        (left, right) => right.likeness - left.likeness || score(one, right.figure) - score(one, left.figure),
      )[0];
    return { asked: one, offered: best?.figure ?? null };
  });
}

/** Whether a stated figure meets the asked one; near is within a fifth. */
export function verdictOf({ asked, offered }: MetricComparison): MetricVerdict {
  if (offered === null) return 'unknown';
  const { near, missed, met } = { met: 'met', near: 'near', missed: 'missed' } as const;
  const isMet = (slack: number) =>
    isAtMost(asked.to, offered, slack) && isAtLeast(asked.from, offered, slack);
  if (isMet(0)) return met;
  return isMet(WEIGHTS.metrics.nearShare) ? near : missed;
}

/** The metrics part, 0 to 1; null when the demand asks for no figure. */
export function metricsPart(comparisons: readonly MetricComparison[]): number | null {
  if (comparisons.length === 0) return null;
  const points = comparisons.map((comparison) => WEIGHTS.metrics[verdictOf(comparison)]);
  return points.reduce((total: number, each) => total + each, 0) / points.length;
}

function figureOfQuantity({ family, unit, from, to, indicator, said }: ReadQuantity): Figure {
  return { indicator, family, unit, from, to, said };
}

/** Money, calendar time and head counts are conditions of the deal, not figures of the technology. */
function isTechnical({ family, unit, from, to }: Figure): boolean {
  if (family === 'money') return false;
  const longest = Math.max(from ?? 0, to ?? 0);
  return !(family === 'time' && unit === 's' && longest >= 86_400 * 60);
}

function score(asked: Figure, offered: Figure): number {
  return WEIGHTS.metrics[verdictOf({ asked, offered })];
}

/** The supply's value lies below a bound: a stated maximum counts, else any stated value. */
function isAtMost(bound: number | null, { from, to }: Figure, slack: number): boolean {
  if (bound === null) return true;
  const value = to ?? from;
  return value === null || value <= bound + Math.abs(bound) * slack;
}

function isAtLeast(bound: number | null, { from, to }: Figure, slack: number): boolean {
  if (bound === null) return true;
  const value = from ?? to;
  return value === null || value >= bound - Math.abs(bound) * slack;
}

/** As long as a figure is kept: a text is held against hundreds, and is read anew when the glossary changes. */
const ideasByGlossary = new WeakMap<Glossary, WeakMap<Figure, ReadonlySet<string>>>();

function ideasOf(figure: Figure, glossary: Glossary): ReadonlySet<string> {
  const byFigure = ideasByGlossary.get(glossary) ?? new WeakMap<Figure, ReadonlySet<string>>();
  ideasByGlossary.set(glossary, byFigure);
  const ideas = byFigure.get(figure) ?? indicatorIdeas(figure.indicator, glossary);
  byFigure.set(figure, ideas);
  return ideas;
}

/** Words and concepts of an indicator; where there are none but generic ones, these. */
function indicatorIdeas(indicator: string, glossary: Glossary): Set<string> {
  const tokens = tokenise(indicator);
  const words = tokens.filter(({ isExtra, term }) => !isExtra && !isStopWord(term)).map(({ term }) => term);
  const telling = words.filter((term) => !genericTerms.has(term));
  return new Set([
    ...(telling.length > 0 ? telling : words),
    ...glossary.conceptsIn(tokens).map(({ concept }) => concept.id),
  ]);
}

function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((idea) => right.has(idea)).length;
  const smaller = Math.min(left.size, right.size);
  return smaller === 0 ? 0 : shared / smaller;
}
