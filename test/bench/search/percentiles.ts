export interface Percentiles {
  p50: number;
  p95: number;
  p99: number;
}

export function percentiles(times: number[]): Percentiles {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number) =>
    tenths(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
