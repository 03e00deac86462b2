import type { ChangeRecorder } from '../relay/change.ts';

/** `past` is nobody's news any more; `recent` is told on the site. Of neither a letter is written. */
export type DemoMark = 'past' | 'recent';

/** Marks every event of the demo, so that no letters are sent about things that never happened. */
export function markingRecorder(recorder: ChangeRecorder, markNow: () => DemoMark): ChangeRecorder {
  return {
    ...recorder,
    record: (noun, input) =>
      recorder.record(noun, { ...input, detail: { ...input.detail, demo: markNow() } }),
  };
}
