import { BUNDLED_WEIGHTS, PARTS, type PartWeights, type UsedWeights } from '../weights.ts';
import type { WeightsRecord, WeightsStore, WeightsVersion } from './weightsStore.ts';

/** The weights that are live, for the scorer, which does not wait for a store. */
export function createLiveWeights(store: Pick<WeightsStore, 'find'>) {
  let used = BUNDLED_WEIGHTS;
  let isUntouched = true;
  return {
    current: (): UsedWeights => used,
    /** Whether nobody ever put weights live. */
    isUntouched: (): boolean => isUntouched,
    /** Takes over what was put live, here or by another process. */
    async refresh(): Promise<void> {
      const record = await store.find();
      isUntouched = record === null;
      used = usedWeights(record?.live ?? 0, record);
    },
  };
}

export type LiveWeights = ReturnType<typeof createLiveWeights>;

/** A version under the name cards give it: the bundled numbers it goes with, then its own number. */
export function usedWeights(number: number, record: Pick<WeightsRecord, 'versions'> | null): UsedWeights {
  const version = record?.versions.find((one) => one.number === number);
  return version === undefined
    ? BUNDLED_WEIGHTS
    : { version: `${BUNDLED_WEIGHTS.version}.${number}`, parts: version.parts };
}

/** Every version there is, the bundled one first. */
export function allVersions(record: Pick<WeightsRecord, 'versions'> | null): WeightsVersion[] {
  return [{ number: 0, parts: BUNDLED_WEIGHTS.parts }, ...(record?.versions ?? [])];
}

export function areSameWeights(left: PartWeights, right: PartWeights): boolean {
  return PARTS.every((name) => left[name] === right[name]);
}
