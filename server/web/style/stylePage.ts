import type { Issue } from '../../errors.ts';
import { inLanguage, type Language } from '../../localized.ts';
import { cooperationForms } from '../../vocabulary/cooperationForms.ts';
import { technologyFields } from '../../vocabulary/technologyFields.ts';
import { factRow } from '../factRow.ts';
import { formView } from '../formView.ts';
import type { Frame } from '../frame.ts';
import { ICONS } from '../icons.ts';
import { localPath } from '../localPath.ts';
import { pagination } from '../pagination.ts';
import { sampleCards } from './sampleCards.ts';
import { sampleStories } from './sampleStories.ts';
import { USAGES } from './usages.ts';

const COLOURS = [
  'paper',
  'surface',
  'sunken',
  'ink',
  'ink-soft',
  'rule',
  'action',
  'second',
  'waiting',
  'refused',
  'agreed',
  'mark',
];
const TONES = ['neutral', 'action', 'waiting', 'agreed', 'refused'];

/** The style page: parts with believable, invented content in the language of the page. */
export function stylePage(frame: Frame, assetAddress: (name: string) => string) {
  const { language, translate } = frame;
  const say = (key: string) => translate(`style:${key}`);
  return {
    usages: USAGES,
    colours: COLOURS,
    icons: Object.keys(ICONS),
    badges: TONES.map((tone) => ({ tone, label: translate(`common:state.${tone}`) })),
    trail: [
      { href: localPath(language, '/'), label: translate('common:home') },
      { href: localPath(language, '/achievements'), label: translate('common:achievements') },
    ],
    form: formView(typed(language), ISSUES, translate, null, {
      title: say('fields.title'),
      budget: say('fields.budget'),
    }),
    fields: technologyFields.entries,
    cooperations: cooperationForms.entries.slice(0, 4),
    visibilities: ['public', 'anonymous'].map((value) => ({
      value,
      label: say(`fields.${value}`),
      hint: say(`fields.${value}Hint`),
    })),
    pictures: technologyFields.entries.map((entry) => ({ name: entry.code, label: entry[language] })),
    cards: sampleCards(language, say, assetAddress),
    rows: factRows(say),
    figures: figures(say),
    pagination: pagination({ page: 6, pageSize: 20, total: 431 }, '/style', {}, frame),
    tableRows: TABLE_ROWS.map((row) => ({ ...row, name: inLanguage(row, language).text })),
    day: '2026-11-23',
    ...sampleStories(say, language),
  };
}

const ISSUES: Issue[] = [
  { field: 'title.en', message: 'forms:tooLong', values: { maximum: 120 } },
  { field: 'budget', message: 'forms:amount' },
];

function typed(language: Language) {
  return {
    'title.zh': '薄壁铝合金件焊接变形在线补偿方法',
    'title.en': 'Compensating weld distortion of thin-walled aluminium parts while welding',
    reference: 'A-2026-000123K',
    'budget.amount': language === 'zh' ? '三十' : 'thirty',
    field: 'advanced-manufacturing',
    cooperation: ['licence-ordinary'],
    endsOn: '2026-12-31',
    term: '36',
  };
}

function factRows(say: (key: string) => string) {
  return [
    factRow(say('facts.patent'), 'ZL 2017 1 0601862.3', { note: say('facts.patentNote') }),
    factRow(say('facts.cooperation'), [say('facts.licence'), say('facts.joint')]),
    factRow(say('facts.price'), say('facts.priceValue')),
    factRow(say('facts.contact'), '', { withheld: say('facts.withheld') }),
    factRow(say('facts.term'), ''),
  ];
}

function figures(say: (key: string) => string) {
  const figure = (name: string, value: string, unit = '') => ({
    value,
    unit,
    label: say(`figures.${name}`),
    definition: say(`figures.${name}Definition`),
    href: '',
  });
  return [figure('listings', '1,284'), figure('demands', '367'), figure('fresh', '82', '%')];
}

const TABLE_ROWS = [
  { zh: '待审核', en: 'Waiting for review', count: 18, days: '2.5' },
  { zh: '市级初审通过', en: 'Checked by the city', count: 7, days: '1.0' },
  { zh: '退回修改', en: 'Returned for changes', count: 4, days: '6.5' },
];
