import type { Language } from '../../localized.ts';

/** Parts that tell how something goes on: steps, timelines, gates, bars, differences, filters. */
export function sampleStories(say: (key: string) => string, language: Language) {
  return {
    entries: [
      entry('agreed', '2026-11-23T01:12:00Z', 'acknowledged', 'owner', say('timeline.text')),
      entry('action', '2026-11-20T06:40:00Z', 'asked', 'asker', ''),
      entry('waiting', '2026-11-20T06:41:00Z', 'due', 'market', ''),
    ],
    steps: [
      { href: '#steps', label: say('steps.subject'), state: 'done', missing: 0 },
      { href: '#steps', label: say('steps.detail'), state: 'current', missing: 0 },
      { href: '#steps', label: say('steps.patents'), state: 'missing', missing: 2 },
      { href: '', label: say('steps.terms'), state: 'todo', missing: 0 },
    ],
    tabs: [
      { href: '#tabs', label: say('tabs.waiting'), count: 18, isCurrent: true },
      { href: '#tabs', label: say('tabs.returned'), count: 4, isCurrent: false },
      { href: '#tabs', label: say('tabs.decided'), count: null, isCurrent: false },
    ],
    gates: [
      { isOpen: true, label: say('gates.alive'), rule: say('gates.aliveRule') },
      { isOpen: false, label: say('gates.budget'), rule: say('gates.budgetRule') },
    ],
    bars: [
      { label: say('bars.subject'), value: 78, words: say('bars.subjectWords') },
      { label: say('bars.metrics'), value: 91, words: say('bars.metricsWords') },
      { label: say('bars.region'), value: 30, words: say('bars.regionWords') },
    ],
    parts: [
      { kind: 'same', text: say('difference.start') },
      { kind: 'deleted', text: say('difference.deleted') },
      { kind: 'inserted', text: say('difference.inserted') },
      { kind: 'same', text: say('difference.end') },
    ],
    chips: [{ label: say('chips.field'), href: '#chips', removeLabel: say('chips.remove') }],
    facets: [{ name: 'sample', label: say('chips.facet'), isOpen: true, options: options() }],
  };

  function entry(tone: string, at: string, what: string, who: string, text: string) {
    return { tone, at: new Date(at), what: say(`timeline.${what}`), who: say(`timeline.${who}`), text };
  }

  function options() {
    const labels = {
      zh: ['普通许可', '转让', '合作开发'],
      en: ['Ordinary licence', 'Assignment', 'Joint development'],
    };
    return labels[language].map((label, index) => ({
      value: `option-${index}`,
      label,
      count: [214, 96, 41][index] ?? 0,
      isChosen: index === 0,
    }));
  }
}
