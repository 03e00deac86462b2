import { inLanguage, type Language } from '../../localized.ts';
import { placeholderPicture } from '../placeholderPicture.ts';

const TITLES = {
  achievement: {
    zh: '薄壁铝合金件焊接变形在线补偿方法',
    en: 'Compensating weld distortion of thin-walled aluminium parts while welding',
  },
  demand: { zh: '求高盐废水低能耗脱盐工艺，处理量 200 吨/日' },
  patent: { en: 'Membrane electrode with a graded catalyst layer for cold starts' },
} as const;

/** Cards of three kinds; one demand exists in Chinese only, so that the English page shows a fallback. */
export function sampleCards(
  language: Language,
  say: (key: string) => string,
  assetAddress: (name: string) => string,
) {
  return [
    card('achievement', 'A-2026-000123K', 'advanced-manufacturing', {
      title: {
        ...inLanguage(TITLES.achievement, language),
        ranges: language === 'zh' ? [[4, 8]] : [[13, 28]],
      },
      state: null,
      organisation: {
        name: { text: say('cards.university'), language },
        href: '#cards',
        verified: say('cards.verified'),
      },
    }),
    card('demand', 'D-2026-000047W', 'environment', {
      title: inLanguage(TITLES.demand, language),
      state: { tone: 'waiting', label: say('cards.closing') },
      organisation: { name: { text: say('cards.anonymous'), language }, href: '', verified: '' },
    }),
    card('open-licence', 'O-2026-000009C', 'new-energy', {
      title: inLanguage(TITLES.patent, language),
      state: { tone: 'agreed', label: say('cards.announced') },
      organisation: { name: { text: say('cards.institute'), language }, href: '#cards', verified: '' },
    }),
  ];

  function card(kind: string, reference: string, field: string, parts: object) {
    return {
      kind,
      reference,
      href: '#cards',
      kindLabel: say(`cards.kinds.${kind}`),
      summary: { text: say(`cards.summaries.${kind}`), language },
      facts: [
        { label: say('cards.field'), value: say(`cards.fields.${kind}`) },
        { label: say('cards.maturity'), value: 'TRL 6' },
        { label: say('cards.price'), value: say(`cards.prices.${kind}`) },
        { label: say('cards.region'), value: say('cards.regionValue') },
      ],
      passage: null,
      freshness: say('cards.freshness'),
      picture: { address: assetAddress(placeholderPicture(field)), description: '' },
      ...parts,
    };
  }
}
